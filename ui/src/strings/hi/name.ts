/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { areHere, long } from "./numbers";

export const name: Said<typeof english> = {
  title: "कौन लिख रहा है?",
  lead: "आपके कर्सर के पास दिखेगा। और कुछ नहीं पूछा जाता।",
  label: "नाम",
  colour: "रंग",
  colourN: (n) => `रंग ${n}`,
  join: (pad) => `${pad} में आएँ`,
  keep: "यही नाम रखें",
  fine: (here, wiped) => `${here === 0 ? "यहाँ अभी और कोई नहीं है" : areHere(here)}। ${wiped}`,
  wiped: (ttl) => `आख़िरी व्यक्ति के जाने के ${long(ttl)} बाद टेक्स्ट मिटा दिया जाता है।`,
  wipedAt: (time) => `टेक्स्ट ${time} बजे मिटा दिया जाएगा, यहाँ लोग हों, तब भी।`,
  kept: (hardEnd) =>
    `टेक्स्ट होस्ट के कहने तक रहेगा, ज़्यादा से ज़्यादा ${hardEnd} बजे तक। फिर वह मिटा दिया जाएगा।`,
  saves: "होस्ट के कंप्यूटर पर एक कॉपी रहेगी।",
  change: "आपका नाम और रंग",
};
