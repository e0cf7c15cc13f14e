/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "यहाँ क्या रखा जा सकता है",
  emoji: "इमोजी",
  none: "इस नाम का कुछ नहीं",
  format: "शब्दों को सजाएँ",
  link: "यह लिंक",
  noLink: "लिंक किसी वेब, मेल या फ़ोन के पते पर ले जाता है।",
  add: "नीचे पंक्ति जोड़ें",
  block: "इस पंक्ति का मेन्यू",
  turnInto: "इसमें बदलें",
  callout: "सूचना-बॉक्स",
  duplicate: "दोहराएँ",
  copyLink: "इस पंक्ति का लिंक कॉपी करें",
  lineGone: "यह लिंक जिस पंक्ति पर ले जाता है, वह अब यहाँ नहीं है।",
  insert: { up: "ऊपर जोड़ें", down: "नीचे जोड़ें", left: "बाएँ जोड़ें", right: "दाएँ जोड़ें" },
  move: { up: "ऊपर ले जाएँ", down: "नीचे ले जाएँ", left: "बाएँ ले जाएँ", right: "दाएँ ले जाएँ" },
  words: "शब्द",
  ground: "पृष्ठभूमि",
  remove: "हटाएँ",
  back: "वापस",
  ofRow: "पंक्ति",
  ofColumn: "कॉलम",
  header: { row: "शीर्षक पंक्ति", column: "शीर्षक कॉलम" },
  removeLine: { row: "पंक्ति हटाएँ", column: "कॉलम हटाएँ" },
  row: "तालिका की इस पंक्ति का मेन्यू",
  column: "इस कॉलम का मेन्यू",
  cell: "इस सेल का मेन्यू",
  moreRows: "पंक्ति जोड़ें, या ज़्यादा के लिए खींचें",
  moreColumns: "कॉलम जोड़ें, या ज़्यादा के लिए खींचें",
};
