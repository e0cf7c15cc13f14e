/** Who brought what, for a host; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { long } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n) =>
    n === 1 ? "1 हिस्सा लाया गया जो दिखाया नहीं जा सकता" : `${n} हिस्से लाए गए जो दिखाए नहीं जा सकते`,
  show: "दिखाएँ",
  remove: "हटाएँ",
  /** For who does not see beside whose name it stands. */
  of: (name) => `(${name} की ओर से)`,
  sure: (n) => (n === 1 ? "सबके लिए हटाएँ?" : `सभी ${n} सबके लिए हटाएँ?`),
  keep: "रहने दें",
  removed: "सबके लिए हटा दिया गया।",
  bringBack: "वापस लाएँ",
  fills: (percent) => `पन्ने का ${percent}% भरा`,
  unseen: "ज़्यादातर ऐसी जगह, जो किसी पेज पर नहीं दिखती",
  hasLeft: "अब यहाँ नहीं",
  left: "कोई, जो जा चुका है",
  nameless: "कोई, जिसका नाम नहीं दिखता",
  unknown: "कोई, पता नहीं कौन",
  guessing: (wrong, ago) =>
    `किसी ने कोड आज़माए: दस मिनट में ${wrong} ग़लत, आख़िरी ${long(ago)} पहले। ` +
    "अब उसे रुकना होगा, और कोड वही रहेगा।",
  readers: (n) => (n === 1 ? "1 प्रोग्राम टेक्स्ट पढ़ रहा है" : `${n} प्रोग्राम टेक्स्ट पढ़ रहे हैं`),
  more: (n) => `${n} और`,
};
