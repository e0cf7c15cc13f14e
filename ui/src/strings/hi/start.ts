/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { long, people } from "./numbers";

const soon = (wait: number | null): string => (wait === null ? "एक मिनट" : long(Math.max(1, wait)));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "बड़ी स्क्रीन पर दिख रहा कोड लिखें।",
  label: "कोड",
  join: "अंदर आएँ",
  joining: "खुल रहा है…",
  notInAlphabet: (letters) =>
    `${letters} किसी कोड में नहीं होता, ` +
    "क्योंकि O और 0, I, L और 1, U और V एक जैसे दिखते हैं। स्क्रीन पर फिर देखें।",
  unknown: "यह कोड यहाँ मालूम नहीं। कोड में छह अक्षर या अंक होते हैं, जैसे K7Q\u00a0PM3।",
  ended: "वह पन्ना ख़त्म हो चुका है।",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait) => `बहुत ज़्यादा कोशिशें हुईं। ${soon(wait)} रुककर फिर कोशिश करें।`,
  notNow: (wait) => `होस्ट की ओर से अभी अनुमति नहीं है। ${soon(wait)} बाद फिर कोशिश करें।`,
  tryNow: "अब फिर कोशिश करें।",
  closed: "वह पन्ना अभी किसी नए को नहीं ले रहा। होस्ट से पूछें।",
  pin: "PIN",
  pinNeeded: "यह पन्ना PIN भी माँगता है। होस्ट से पूछें।",
  pinWrong: "यह इस पन्ने का PIN नहीं है। फिर देखें, या होस्ट से पूछें।",
  offline: "Fadepad तक पहुँचा नहीं जा सका। क्या यह डिवाइस अब भी उसी नेटवर्क पर है?",
  newPad: "नया पन्ना",
  near: "इस नेटवर्क पर",
  nearOn: (host) => `${host} पर`,
  nearFading: "मिट रहा है",
  nearWaiting: "अभी कोई नहीं",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "नया पन्ना",
  lead: "जब तक इसमें कोई है, यह रहेगा।",
  lives: (ttl) => `जब तक इसमें कोई है, यह रहेगा, और उसके ${long(ttl)} बाद तक।`,
  unkept: "इसका कुछ भी सहेजा नहीं जाता।",
  unread: (said) =>
    `लिंक में ${said.join(", ")} लिखा है, जो पढ़ा नहीं जा सकता। उस बात में पन्ना हमेशा जैसा है।`,
  kept: "ख़त्म होने पर होस्ट के कंप्यूटर पर एक कॉपी रहेगी।",
  label: "नाम, अगर चाहें",
  hint: "छोटे अक्षर (a–z), अंक, - और _",
  create: "पन्ना खोलें",
  withFile: "फ़ाइल से शुरू करें…",
  beginsWith: (file) => `यह ${file} से शुरू होगा।`,
  without: "फ़ाइल के बिना",
  taken: "इस नाम का पन्ना चालू है। दूसरा नाम चुनें।",
  hostOnly: "यहाँ नया पन्ना खोलना सिर्फ़ होस्ट के हाथ में है।",
  badName: "छोटे अक्षर (a–z), अंक, - और _ लिखें, ज़्यादा से ज़्यादा 64।",
};
