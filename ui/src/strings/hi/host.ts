/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { areHere, long, peopleTo } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " किसी को कॉपी लेने का मौक़ा नहीं मिलेगा।"
    : ` सबको कॉपी लेने का मौक़ा मिलेगा: ${long(lastCall)} तक, या जब तक सब जवाब न दे दें।`;
}

export const host: Said<typeof english> = {
  title: "इस कंप्यूटर के पन्ने",
  newPad: "नया पन्ना",
  asking: "आपके पन्ने खोजे जा रहे हैं…",
  empty: "यहाँ कोई पन्ना खुला नहीं है।",
  away: "Fadepad तक पहुँचा नहीं जा सका। यहाँ जो दिखता है, वह शायद बदल चुका हो।",
  failed: "यह नहीं हो पाया। थोड़ी देर में फिर कोशिश करें।",
  nobody: "यहाँ कोई नहीं",
  elsewhere: "कहीं और शुरू हुआ",
  knocks: (n) => `${peopleTo(n)} अंदर आना है`,
  letIn: "जवाब दें",
  letInOne: (pad) => `${pad} की दस्तक का जवाब दें`,
  keep: "चालू रखें",
  keepOne: (pad) => `चालू रखें: ${pad}`,
  more: (pad) => `${pad} के और विकल्प`,
  open: "खोलें",
  rename: "नाम बदलें…",
  renameTitle: (pad) => `${pad} का नाम बदलें`,
  renameLabel: "जो सबको दिखेगा",
  renameHint: "लिंक और कोड वही रहेंगे। खाली छोड़ने पर असली नाम दिखेगा।",
  renameDone: "नाम बदलें",
  join: "दूसरे पन्ने में जाएँ",
  foot: (saves) =>
    saves
      ? "टेक्स्ट मेमोरी में रहता है, और पन्ना ख़त्म होने पर यहाँ फ़ाइलों में भी। Fadepad बंद होने पर सभी पन्ने ख़त्म हो जाते हैं।"
      : "टेक्स्ट सिर्फ़ मेमोरी में रहता है। Fadepad बंद होने पर यहाँ के सभी पन्ने ख़त्म हो जाते हैं।",
  endTitle: (pad) => `${pad} सबके लिए ख़त्म करें?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n, lastCall, saves) =>
    `${n === 0 ? "यहाँ कोई नहीं है।" : `${areHere(n)}।`}${offered(n, lastCall)} ` +
    `फिर इसका टेक्स्ट मेमोरी से और उसे दिखाने वाले पेजों से मिटा दिया जाएगा${afterwards(saves)}` +
    (saves ? "" : " अपने लिए कॉपी चाहिए तो पहले इसे खोलें।"),
};
