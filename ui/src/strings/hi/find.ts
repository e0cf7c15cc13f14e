/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "खोजें",
  words: "टेक्स्ट में खोजें",
  count: (at, of) => `${of} में से ${at}`,
  none: "कुछ नहीं मिला",
  before: "पिछला नतीजा",
  next: "अगला नतीजा",
  replacement: "इसकी जगह लिखें",
  replacing: "दूसरे शब्दों से बदलें",
  replace: "बदलें",
  all: (n) => `सभी ${n}`,
  allTold: (n) => `सभी ${n} बदलें`,
  replaced: (n) => `${n} जगह बदला गया`,
};
