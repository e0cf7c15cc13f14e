/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("hi");

export const outline: Said<typeof english> = {
  title: "रूपरेखा",
  headings: "शीर्षक",
  none: "अभी कोई शीर्षक नहीं। लिखे जाते ही यहाँ दिखेंगे।",
  done: (done, of) => `${of} में से ${done} पूरे`,
  words: (n) => `${number(n)} शब्द`,
  length: (minutes, letters) => `पढ़ने में ${number(minutes)} मिनट · ${number(letters)} अक्षर`,
  empty: "अभी कुछ नहीं लिखा गया।",
};
