/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "लिखने के लिए", view: "पढ़ने के लिए", host: "होस्ट के लिए" } as const;

export const newLinks: Said<typeof english> = {
  open: "नए लिंक…",
  title: "नए लिंक",
  what: "अब तक दिए गए लिंक काम करना बंद कर देंगे।",
  which: "कौन-से लिंक",
  of: WHAT,
  /** What becomes of whom. */
  whatOf: {
    edit:
      "पुराने लिंक या कोड से आए हर व्यक्ति को फिर स्कैन करना होगा। कोड बदल जाएगा, " +
      "यहाँ भी और बड़ी स्क्रीन पर भी।",
    view: "पढ़ने के पुराने लिंक से आए हर व्यक्ति को नया लिंक चाहिए होगा। कोड वही रहेगा।",
    host:
      "होस्ट के लिंक से आए हर होस्ट को नया लिंक चाहिए होगा, पर आपको नहीं, और उन्हें भी नहीं, जो इस सूची में होस्ट बनाए गए। " +
      "नया लिंक इस पेज के पते में है।",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "दरवाज़ा बंद है: जब तक आप न खोलें, उनमें से कोई वापस नहीं आ सकता।",
  make: "नए बनाएँ",
  keep: "पुराने रहने दें",
  away: "अभी कनेक्शन नहीं है। उसके लौटने पर यह हो सकेगा।",
  made: (role, by) =>
    `${by ? `${by} ने ${WHAT[role]} नए लिंक बनाए।` : `${WHAT[role]} नए लिंक हैं।`} पुराने अब कुछ नहीं खोलते।`,
};
