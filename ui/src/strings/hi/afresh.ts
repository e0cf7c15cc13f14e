/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "नई शुरुआत…",
  title: "नई शुरुआत",
  what: "टेक्स्ट रहता है। जो हटाया गया था, वह चला जाता है।",
  whatOf:
    "पन्ना इसी टेक्स्ट के साथ चलता रहेगा, जैसा अभी दिख रहा है। इसका इतिहास और जो कुछ हटाया गया था, सब मिट जाएगा। " +
    "कोड और लिंक बदल जाएँगे। यहाँ मौजूद सब लोग अपने-आप साथ आ जाएँगे, पर वे नहीं जिन्हें बाहर किया गया है।",
  begin: "नई शुरुआत करें",
  keep: "अभी नहीं",
  away: "अभी कनेक्शन नहीं है। उसके लौटने पर यह हो सकेगा।",
  busy: "नई शुरुआत हो रही है…",
  failed: "यह नहीं हो पाया। फिर कोशिश करें।",
};
