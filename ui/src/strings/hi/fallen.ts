/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "यहाँ अभी आगे लिखना मुमकिन नहीं है",
  body: "टेक्स्ट अब भी पन्ने में है। उसके शब्द नीचे हैं। कॉपी ले लें, या फिर कोशिश करें।",
  copy: "टेक्स्ट कॉपी करें",
  text: "टेक्स्ट के शब्द",
  host:
    "अगर ऐसा ही रहे, तो उस आख़िरी टेक्स्ट से नई शुरुआत हो सकती है, जो इस पेज पर ठीक दिखा था। " +
    "वही सबका टेक्स्ट बन जाएगा; उसके बाद जो आया, वह चला जाएगा।",
  afresh: "आख़िरी ठीक टेक्स्ट से नई शुरुआत करें",
};
