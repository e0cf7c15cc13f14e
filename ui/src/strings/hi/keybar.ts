/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "पंक्ति के टूल",
  tick: "चेकबॉक्स",
  list: "सूची",
  heading: "शीर्षक",
  bold: "बोल्ड",
  italic: "इटैलिक",
  underline: "अंडरलाइन",
  strike: "काटा हुआ",
  code: "कोड",
  mark: "हाइलाइट",
  link: "लिंक",
  address: "लिंक का पता",
  example: "example.org",
  set: "लगाएँ",
  unlink: "लिंक हटाएँ",
  back: "वापस",
  noLink: "लिंक किसी वेब, मेल या फ़ोन के पते पर ले जाता है।",
  indent: "अंदर खिसकाएँ",
  outdent: "बाहर खिसकाएँ",
  undo: "वापस लें",
  picture: "तस्वीर",
  more: "और चीज़ें",
  done: "हो गया",
};
