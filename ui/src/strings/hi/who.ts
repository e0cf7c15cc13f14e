/** Hindi: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "किसने क्या लिखा",
  hide: "किसने क्या लिखा, छिपाएँ",
  showing: "दिख रहा है कि किसने क्या लिखा",
  close: "छिपाएँ",
  authors: "यहाँ किसने लिखा",
  only: (name) => `केवल ${name} का लिखा हुआ`,
  wrote: (names) => `लिखने वाले: ${names.join(", ")}`,
  since: (time) => `आपके जाने के बाद से, ${time}`,
  nameless: "बिना नाम",
  unknown: "पता नहीं",
  why: "कहीं और से लाया गया, या सर्वर शुरू होने से पहले का: यहाँ कोई नहीं जानता कि इसे किसने लिखा।",
  nothing: "अभी कुछ नहीं लिखा है",
};
