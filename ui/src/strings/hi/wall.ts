/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, peopleTo, short, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  (saves ? "होस्ट के पास एक कॉपी रहेगी।" : "कुछ भी सहेजा नहीं जाता।").replaceAll(" ", "\u00a0");

export const wall: Said<typeof english> = {
  scan: "स्कैन करें, या लिखें",
  scanRead: "साथ पढ़ने के लिए स्कैन करें",
  after: "फिर स्कैन करें, या लिखें",
  afterRead: "फिर साथ पढ़ने के लिए स्कैन करें",
  here: (name) => `${name} यहाँ हैं`,
  /** After a name. */
  isHere: "यहाँ हैं",
  /** After the name of the only one; after how many, where they are more. */
  asks: "को लिखना है",
  ask: (n) => `${peopleTo(n)} लिखना है:`,
  nobody: "अभी यहाँ कोई नहीं है।",
  alive: (ttl, saves) => `जब तक यहाँ कोई है, फिर ${short(ttl)}। ${stored(saves)}`,
  stored,
  blocked: "यह नेटवर्क यह स्क्रीन दिखाता है, पर मौजूद लोगों को नहीं। इसे किसी और रास्ते से खोलें।",
  fading: (left) =>
    `यहाँ कोई नहीं है। यह पन्ना ${left < 60 ? long(left) : shortLeft(left)} में मिट जाएगा।`,
  knocks: (n) => `${peopleTo(n)} अंदर आना है`,
  letsIn: "अंदर आने की अनुमति होस्ट से मिलेगी।",
  pin: "और PIN, होस्ट से",
  knockFirst: "नए लोग दस्तक दें, अनुमति होस्ट से मिलेगी।",
  closed: "दरवाज़ा बंद है: अब कोई नया अंदर नहीं आ सकता।",
  tools: "यह स्क्रीन",
  /** A button that is pressed while it is shown. */
  text: "टेक्स्ट",
  theText: "टेक्स्ट",
  headings: "शीर्षक",
  empty: "अभी कुछ नहीं लिखा गया है।",
  /** Whom it follows. */
  shows: (name: string) => `${name} दिखा रहे हैं`,
  /** To everyone who writes. */
  told: "टेक्स्ट अब बड़ी स्क्रीन पर है: कमरे में सब उसे पढ़ सकते हैं।",
  toldNoMore: "टेक्स्ट अब बड़ी स्क्रीन पर नहीं है।",
  full: "पूरी स्क्रीन",
  light: "हल्का",
  dark: "गहरा",
  wifi: "Wi-Fi…",
  wifiTitle: "Wi-Fi का कोड भी दिखाएँ",
  wifiLead:
    "एक ही नेटवर्क पर आने के लिए लोग पहले इसे स्कैन करते हैं। यह सिर्फ़ इस पेज में रहता है, और पेज बंद होते ही चला जाता है।",
  wifiName: "नेटवर्क का नाम",
  wifiPassword: "पासवर्ड, अगर हो",
  wifiShow: "दिखाएँ",
  wifiHide: "अब न दिखाएँ",
  wifiQr: (name) => `Wi-Fi ${name} का QR कोड`,
  wifiFirst: "पहले Wi-Fi",
};
