/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "यहाँ मौजूद लोग",
  open: (n) => `यहाँ ${count(n)}`,
  you: "आप",
  roles: { host: "होस्ट", edit: "लिखना", view: "पढ़ना" },
  named: (name, host) => (host ? `${name} (होस्ट)` : name),
  pencil: "कलम इनके पास",
  devices: (n) => `${n} डिवाइस`,
  more: (n) => `+${n}`,
  change: "नाम या रंग बदलें",
  device: "एक और डिवाइस इस्तेमाल करें",
  nameless: "एक व्यक्ति",
};
