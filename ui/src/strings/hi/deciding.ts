/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

const leaving = (devices: number): string => {
  if (devices > 2) return `सभी ${devices} डिवाइस तुरंत बाहर हो जाएँगे।`;
  return devices === 2 ? "दोनों डिवाइस तुरंत बाहर हो जाएँगे।" : "यह तुरंत होगा।";
};

export const deciding: Said<typeof english> = {
  everyone: "सब लिख सकते हैं",
  everyoneHint: "सिर्फ़ होस्ट, और जिन्हें आप लिखने दें।",
  menu: (name) => `${name} के लिए विकल्प`,
  write: "लिखने दें",
  read: "सिर्फ़ पढ़ने दें",
  pass: "कलम दें",
  passHint: "अब तक जिसके पास थी, उसकी जगह। होस्ट, और जिन्हें आप लिखने दें, लिखते रहेंगे।",
  asks: (name, time) => `${name} ने ${time} पहले लिखने की अनुमति माँगी`,
  makeHost: "होस्ट बनाएँ",
  takeHost: "होस्ट की भूमिका वापस लें",
  /** New links for hosts alone take a host's link back. */
  hostHint: "होस्ट के लिंक से कोई भी फिर होस्ट बन जाता है, जब तक आप होस्ट के नए लिंक न बनाएँ।",
  showOut: "बाहर करें…",
  showOutHint: "वापसी तभी, जब आप अंदर आने दें।",
  /** The second question. */
  out: {
    title: (name) => `${name} को बाहर करें?`,
    body: (devices) =>
      `${leaving(devices)} ` +
      "इसी नाम से वापसी तभी होगी, जब आप अंदर आने दें। कोड जिसके पास हो, उसका नए व्यक्ति की तरह आना मुमकिन है; नए लिंक यह रोक देते हैं।",
    address: "इसी पते से आने वाले नए लोग दस्तक दें",
    now: "बाहर करें",
    keep: "रहने दें",
  },
  isOut: (name) => `${name} अब बाहर हैं।`,
  letIn: "फिर अंदर आने दें",
};
