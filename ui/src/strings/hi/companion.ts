/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "पन्ने में जोड़ें",
  line: "एक पंक्ति जोड़ें",
  send: "पंक्ति भेजें",
  where: (name) => `आख़िर में एक पंक्ति, ${name} के नाम से`,
  later: (name) => `कनेक्शन लौटते ही जाएगी, ${name} के नाम से`,
  away: "टेक्स्ट अभी यहाँ नहीं आया। थोड़ी देर में फिर कोशिश करें।",
  unsent: "नहीं भेजी गई: अब यहाँ सिर्फ़ पढ़ा जा सकता है",
  photo: "फ़ोटो",
  tick: "टिक",
  undo: "वापस लें",
  follow: "साथ चलें",
  boxes: "इस पन्ने के चेकबॉक्स",
  noBoxes: "इस पन्ने में अभी कोई चेकबॉक्स नहीं है।",
  noWords: "(कोई शब्द नहीं)",
};
