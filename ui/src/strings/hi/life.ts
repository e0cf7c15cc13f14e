/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as englishLife, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof englishLife> = {
  label: "यह पन्ना कब तक रहेगा",
  title: "यह पन्ना कब तक रहेगा",
  alive: (ttl) => `जब तक यहाँ कोई है, फिर ${short(ttl)}`,
  alivePhone: "जब तक यहाँ कोई है",
  until: (time) => `${time} बजे तक रहेगा`,
  kept: "होस्ट के कहने तक रहेगा",
  ends: (left) => `${left} में ख़त्म होगा`,
  fades: (left) => `${left} में मिटेगा`,
  connecting: "खुल रहा है…",
  lost: "फिर जुड़ रहा है…",
  ended: "ख़त्म हुआ",
  what: (ttl, saves) =>
    `आख़िरी व्यक्ति के जाने के बाद टेक्स्ट ${long(ttl)} तक रहता है। ` +
    `फिर वह मेमोरी से मिटा दिया जाता है${afterwards(saves)}`,
  whatUntil: (time, saves) =>
    `पन्ना ${time} बजे तक रहेगा, यहाँ लोग हों या न हों। ` +
    `फिर इसका टेक्स्ट मेमोरी से मिटा दिया जाएगा${afterwards(saves)}`,
  whatKept: (hardEnd) =>
    "होस्ट जब तक कुछ और न कहे, पन्ना रहेगा, चाहे यहाँ कोई न हो। " +
    `हर हाल में यह ${hardEnd ? `${hardEnd} बजे` : "सबसे लंबा समय पूरा होने पर"} ख़त्म होगा; ` +
    "यहाँ मौजूद सबको पहले बता दिया जाएगा।",
  hard: (time) => `यह ${time} बजे ख़त्म होगा, यहाँ लोग हों, तब भी।`,
  where: (saves) =>
    "टेक्स्ट उस कंप्यूटर की मेमोरी में है, जो यह पन्ना साझा कर रहा है, और उन पेजों में, जो इसे दिखा रहे हैं। " +
    (saves
      ? "Fadepad इसे पन्ना ख़त्म होने पर ही डिस्क पर लिखता है, उससे पहले नहीं।"
      : "Fadepad इसे किसी डिस्क पर नहीं लिखता।"),
  whoDecides: "यह कब तक रहेगा, यह होस्ट के हाथ में है। यहाँ सबको वह तुरंत दिखता है।",
  saved: "आपने जो लिखा, सब वहाँ पहुँच गया।",
  sending: "आपने जो लिखा, भेजा जा रहा है…",
  held: "आपने आख़िर में जो लिखा, वह नहीं जा रहा: वह सिर्फ़ इस पेज में है।",
  waiting: "आपने जो लिखा, वह कनेक्शन लौटने तक इस पेज में रुका है।",
  reading: "यहाँ पढ़ा जा सकता है।",
};

export const steer: Said<typeof englishSteer> = {
  detour: "यह नेटवर्क लाइव कनेक्शन नहीं बनने देता। फिर भी सब कुछ पहुँचता है, बस थोड़ी देर से।",
  label: "यह पन्ना रखें",
  fade: "इस्तेमाल तक",
  until: "किसी समय तक",
  keep: "मेरे कहने तक",
  graces: "आख़िरी व्यक्ति के जाने के बाद",
  grace: (ttl) => `आख़िरी व्यक्ति के जाने के ${long(ttl)} बाद`,
  time: "कब तक रखें",
  set: "तय करें",
  untilHint: "तब यह ख़त्म होगा, यहाँ लोग हों, तब भी।",
  tomorrow: "वह समय कल का है।",
  tooLate: (hardEnd) =>
    "यह पन्ना उतने समय तक नहीं रह सकता। यह " +
    `${hardEnd ? `${hardEnd} बजे तक` : "जितना हो सके, उतना"} रहेगा, और ख़त्म होने से पहले सबको बता दिया जाएगा।`,
  keepHint: (hardEnd) =>
    "सबके जाने पर भी यह रहेगा। हर हाल में यह " +
    `${hardEnd ? `${hardEnd} बजे` : "सबसे लंबा समय पूरा होने पर"} ख़त्म होगा।`,
};
