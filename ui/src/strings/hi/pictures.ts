/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "तस्वीर",
  pictureHint: "इस डिवाइस से",
  file: "फ़ाइल",
  fileHint: "PDF या कोई और फ़ाइल, रखने के लिए",
  group: "मीडिया",
  brings: (name, isPicture) => [
    name || "किसी",
    isPicture ? " की तस्वीर आ रही है" : " की फ़ाइल आ रही है",
  ],
  of: (sent, total) => `${total} में से ${sent}`,
  waits: "अपनी बारी के इंतज़ार में",
  pauses: "कनेक्शन टूट गया है। यह अपने-आप जारी रहेगा।",
  gone: (isPicture) => (isPicture ? "यह तस्वीर नहीं पहुँची।" : "यह फ़ाइल नहीं पहुँची।"),
  away: "यह तस्वीर अब यहाँ नहीं है।",
  cancel: "रद्द करें",
  again: "फिर कोशिश करें",
  remove: "हटाएँ",
  tooLarge: (size, most) => `यह फ़ाइल ${size} की है। ${most} तक की फ़ाइलें आ सकती हैं।`,
  empty: "यह फ़ाइल खाली है।",
  heic: "यह ब्राउज़र HEIC तस्वीरें नहीं पढ़ सकता। इसे JPEG में भेजें, या उस फ़ोन से, जिससे यह ली गई।",
  unreadable: "यह तस्वीर यहाँ नहीं पढ़ी जा सकती। इसे JPEG या PNG में भेजें।",
  refused: "पन्ना अभी यह फ़ाइल नहीं ले रहा।",
  full: "पूरी देखें",
  keep: "यह तस्वीर सेव करें",
  close: "बंद करें",
  before: "पिछली तस्वीर",
  next: "अगली तस्वीर",
  count: (at, all) => `${all} में से ${at}`,
};
