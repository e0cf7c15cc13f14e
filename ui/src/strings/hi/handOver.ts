/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "सौंपें",
  lead: "इस कंप्यूटर के साथ जाना है? यह कमांड कमरे के किसी दूसरे कंप्यूटर पर चलाएँ, जिसमें Fadepad हो:",
  copy: "कमांड कॉपी करें",
  copied: "कॉपी हो गई। इसे दूसरे कंप्यूटर पर चलाएँ।",
  cantCopy: "आपका ब्राउज़र यहाँ कॉपी नहीं करता। कमांड चुनकर ख़ुद कॉपी करें।",
  after:
    "टेक्स्ट, कोड, लिंक और समय साथ जाते हैं। सबके पेज अपने-आप साथ चलते हैं, बड़ी स्क्रीन भी। " +
    "फिर इस कंप्यूटर से सब मिट जाता है, और यहाँ से जाना मुमकिन है।",
  secret: "यह कमांड जिसके पास हो, वह पन्ने का होस्ट है: इसे किसी और को न दें।",
};
