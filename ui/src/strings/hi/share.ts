/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "लोगों को बुलाएँ",
  write: "लिखने के लिए",
  read: "पढ़ने के लिए",
  mode: "उन्हें क्या करने दें",
  qr: (url) => `${url} का QR कोड`,
  code: (code) => `कोड ${code.split("").join(" ")}`,
  readHint: "इसे स्कैन करने पर साथ में पढ़ा जा सकता है, लिखा नहीं।",
  readPin: "इसे स्कैन करने पर साथ में पढ़ा जा सकता है, लिखा नहीं। PIN सिर्फ़ कोड के साथ पूछा जाता है।",
  proof: (device, ago) => `${DEVICES[device] ?? "दूसरा डिवाइस"} पहुँच गया, ${shortLeft(ago)} पहले`,
  blocked: "यह पता अभी किसी और डिवाइस ने नहीं खोला। रुकावट यह हो सकती है:",
  noProof: "यह पता अभी किसी और डिवाइस ने नहीं खोला।",
  encrypted: "एन्क्रिप्टेड। ब्राउज़र एक बार चेताते हैं",
  compare:
    "इस Fadepad ने अपना सर्टिफ़िकेट ख़ुद बनाया है। चेतावनी से आगे बढ़ने से पहले उसका SHA‑256 मिला लें। " +
    "iPhone और iPad इस तरह नहीं जुड़ सकते।",
  /** Beside the code. */
  pin: "और PIN",
  door: "नए लोग",
  /** In two words, and what it means. */
  doors: {
    open: ["आएँ", "नए लोग कोड या लिंक से अंदर आते हैं।"],
    knock: ["दस्तक दें", "नए लोग तब तक रुकते हैं, जब तक आप अंदर न आने दें।"],
    closed: ["न आएँ", "कोई नया अंदर नहीं आता, और किसी को जाना नहीं पड़ता।"],
  },
  pins: {
    /** By how new people come in. */
    none: {
      open: "कोड से बिना PIN अंदर आया जा सकता है।",
      knock: "कोड से बिना PIN दस्तक दी जा सकती है।",
      closed: "कोई PIN नहीं है।",
    },
    asked: {
      open: "कोड के साथ PIN भी पूछा जाता है।",
      knock: "कोड के साथ PIN पूछा जाता है, फिर दस्तक होती है।",
      closed: "PIN लगा है।",
    },
    set: "PIN लगाएँ",
    another: "दूसरा PIN",
    away: "PIN हटाएँ",
    done: "PIN पूछें",
    leave: "रहने दें",
  },
  pinHint: "यह कमरे में मौजूद लोगों को बताएँ: यह कहीं दिखाया नहीं जाता।",
  pinOdd: "PIN में 4 से 64 अक्षर, अंक या चिह्न होते हैं।",
  doorFailed: "यह नहीं हो पाया। थोड़ी देर में फिर कोशिश करें।",
  copy: "लिंक कॉपी करें",
  copied: "कॉपी हो गया",
  cantCopy: "यह लिंक कॉपी करें",
  network: (name) => `नेटवर्क ${name}`,
  wall: "बड़ी स्क्रीन पर दिखाएँ",
  textOnWalls: "वहाँ टेक्स्ट भी दिखाएँ",
  textOnWallsHint: "यहाँ सबको बताया जाता है। जो स्क्रीन देखता है, वह टेक्स्ट पढ़ता है।",
  failed: "पता अभी नहीं दिखाया जा सकता। कनेक्शन लौटने पर फिर कोशिश करें।",
  loading: "पता लाया जा रहा है…",
  device: "आपका एक और डिवाइस?",
};
