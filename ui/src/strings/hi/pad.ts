/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type {
  decided as englishDecided,
  hands as englishHands,
  more as englishMore,
  pad as englishPad,
  templates as englishTemplates,
  thumb as englishThumb,
} from "../en/pad";

export const pad: Said<typeof englishPad> = {
  share: "साझा करें",
  more: "और",
  fullEditor: "पूरा एडिटर",
  companion: "सरल रूप",
  opening: "पन्ना खुल रहा है…",
  editor: (pad) => `${pad} का टेक्स्ट`,
  placeholder: "शीर्षक, सूची, तालिका के लिए “/” लिखें…",
  emptyPlaceholder: "कुछ लिखें। यहाँ सबको दिखेगा।",
  misfit: "यह हिस्सा यहाँ नहीं दिखाया जा सकता",
  misfitInLine: "यहाँ नहीं दिखाया जा सकता",
  misfitStays: "यह पन्ने में रहेगा और हर कॉपी के साथ जाएगा।",
  misfitRemove: "हटाएँ",
  misfitCopy: "(एक हिस्सा, जो दिखाया नहीं जा सकता)",
  saves: ["इस पन्ने के ख़त्म होने पर होस्ट के कंप्यूटर पर ", "एक कॉपी रहेगी", "।"],
  readOnly: "यहाँ पढ़ा जा सकता है।",
  isOff: "यहाँ पढ़ा जा सकता है। लिखना बंद है।",
  /** When a host has just decided so. */
  mayNow: {
    edit: "अब आप भी लिखें।",
    host: "अब आप भी इस पन्ने के होस्ट हैं।",
    noHost: "अब आप इस पन्ने के होस्ट नहीं हैं।",
  },
  tooMuch: "यह पन्ने की जगह से ज़्यादा है। कुछ नहीं चिपकाया गया।",
  noFiles: "दूसरे पेजों की तस्वीरें नहीं आतीं। इस डिवाइस से कोई तस्वीर लाएँ।",
  noWay: "कनेक्शन टूट गया है। थोड़ी देर में फिर कोशिश करें।",
  notConnected: "कनेक्शन नहीं है। लिखते रहें, सब भेज दिया जाएगा।",
  notInYet: "कनेक्शन नहीं है। Fadepad का जवाब आते ही पन्ना खुल जाएगा।",
  notConnectedReading: "कनेक्शन नहीं है। उसके लौटते ही दूसरों का लिखा हुआ आ जाएगा।",
  blocked: "यह नेटवर्क पेज दिखाता है, पर लिखा हुआ आगे नहीं जाने देता। होस्ट से अंदर आने का कोई और रास्ता पूछें।",
  blockedReading: "यह नेटवर्क पेज दिखाता है, पर दूसरों का लिखा हुआ नहीं। होस्ट से अंदर आने का कोई और रास्ता पूछें।",
  staysHere: (time) => `${time} बजे से आपने जो लिखा, वह सिर्फ़ इस पेज में है।`,
  waits: (time) => `${time} बजे से आपने जो लिखा, वह इस पेज में रुका है।`,
  allSent: "उससे पहले आपने जो लिखा, सब पहुँच गया।",
  full: "यह पन्ना अभी भरा है। जगह बनते ही वह आपके लिए खुल जाएगा।",
  held: (time) => [`${time} बजे से आपने जो लिखा, वह `, "नहीं जा रहा", "। दूसरों को वह नहीं दिखता।"],
  left: (time, isTooMuch) =>
    isTooMuch
      ? [
          `${time} बजे से आपने जो लिखा, उसका कुछ हिस्सा `,
          "इस पन्ने की जगह से ज़्यादा है",
          "। वह अब टेक्स्ट में नहीं है।",
        ]
      : [
          `${time} बजे से आपने जो लिखा, उसका कुछ हिस्सा `,
          "इस पन्ने में नहीं रखा जा सकता",
          "। वह अब टेक्स्ट में नहीं है।",
        ],
  takenOut: (time) => [
    `${time} बजे से आपने जिस पंक्ति में लिखा, वह `,
    "इस बीच हटा दी गई",
    "। आपका लिखा अब टेक्स्ट में नहीं है।",
  ],
  begunAfresh: () => [
    "होस्ट ने इस पन्ने की नई शुरुआत की है। आपने आख़िर में जो लिखा, वह ",
    "साथ नहीं आया",
    "। उसे कॉपी कर लें: वह अब टेक्स्ट में नहीं है।",
  ],
  tooLate: (time) => [
    `लिखना बंद कर दिया गया। ${time} बजे से आपने जो लिखा, वह `,
    "नहीं लिया गया",
    "। उसे कॉपी कर लें: वह अब टेक्स्ट में नहीं है।",
  ],
  takenBack: (time, isTooMuch) =>
    isTooMuch
      ? [`${time} बजे आपने जो किया, वह `, "इस पन्ने की जगह से ज़्यादा है", "। उसे वापस ले लिया गया।"]
      : [`${time} बजे आपने जो किया, वह `, "इस पन्ने में नहीं रखा जा सकता", "। उसे वापस ले लिया गया।"],
  guessing: (wrong) =>
    `कोई कोड आज़मा रहा है: दस मिनट में ${wrong} ग़लत। अब उसे रुकना होगा, और कोड वही रहेगा।`,
  filling: (name) =>
    `${name} ने इस पन्ने में उतना डाल दिया है, जितना एक व्यक्ति डाल सकता है। अब उनसे और नहीं लिया जाएगा।`,
  copyWords: "मेरा लिखा कॉपी करें",
  wordsCopied: "आपका लिखा कॉपी हो गया",
  openAgain: "पन्ना फिर खोलें",
  ending: (left) => `यह पन्ना ${left} में ख़त्म होगा।`,
  takeCopy: "कॉपी लें",
  done: "हो गया",
  fold: "अंदर का दिखाएँ या छिपाएँ",
  language: "इस कोड की भाषा",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "बिना पते की तस्वीर",
    video: "बिना पते का वीडियो",
    audio: "बिना पते की आवाज़",
    file: "बिना पते की फ़ाइल",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof englishDecided> = {
  writing: (host, on) =>
    host ? `${host} ने लिखना ${on ? "चालू" : "बंद"} किया।` : `लिखना ${on ? "चालू" : "बंद"} कर दिया गया।`,
  roles: {
    edit: (host, name) =>
      host ? `${host} ने ${name} को लिखने की अनुमति दी।` : `${name} को अब लिखने की अनुमति है।`,
    view: (host, name) =>
      host ? `${host} ने ${name} को सिर्फ़ पढ़ने की अनुमति दी।` : `${name} को अब सिर्फ़ पढ़ने की अनुमति है।`,
    host: (host, name) => (host ? `${host} ने ${name} को होस्ट बनाया।` : `${name} अब होस्ट हैं।`),
  },
  door: {
    open: (host) => (host ? `${host} ने दरवाज़ा खोला।` : "दरवाज़ा खुला है।"),
    knock: (host) => (host ? `${host} ने तय किया: नए लोग दस्तक दें।` : "नए लोगों को अब दस्तक देनी होगी।"),
    closed: (host) =>
      host ? `${host} ने दरवाज़ा बंद किया: कोई नया अंदर नहीं आ सकता।` : "अब कोई नया अंदर नहीं आ सकता।",
  },
  pin: (host, on) => {
    if (!on) return host ? `${host} ने PIN हटाया।` : "अब कोई PIN नहीं है।";
    return host ? `${host} ने PIN लगाया: सिर्फ़ कोड से अंदर आना मुमकिन नहीं।` : "अब एक PIN है।";
  },
  pencil: (host, name) => (host ? `${host} ने कलम ${name} को दी।` : `कलम अब ${name} के पास है।`),
  newLinks: (host, of) => {
    const which = { edit: "लिखने के लिए", view: "पढ़ने के लिए", host: "होस्ट के लिए" }[of];
    return host ? `${host} ने ${which} नए लिंक बनाए।` : `${which} नए लिंक हैं।`;
  },
  showOut: (host, name) =>
    host ? `${host} ने ${name} को बाहर किया।` : `${name} को बाहर कर दिया गया।`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "नहीं हुआ: यह वही तय करते हैं, जो होस्ट के लिंक से आए हों।",
    oneself: "नहीं हुआ: होस्ट से उनकी अपनी अनुमति नहीं ली जाती।",
    tooFast: "नए लिंक नहीं बने: एक मिनट में ज़्यादा से ज़्यादा दस बार।",
    nobody: "वे अब यहाँ नहीं हैं।",
    tooMany: "नहीं हुआ: बहुत ज़्यादा लोग बाहर किए गए हैं, या उनकी अपनी भूमिका है।",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "लिखने की अनुमति माँगें",
  asked: "यहाँ पढ़ा जा सकता है। होस्ट को दिखता है कि आपको लिखना है।",
  askNoMore: "अनुरोध वापस लें",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name, more) =>
    more === 0 ? `${name} को लिखना है।` : `${name} और ${more} अन्य को लिखना है।`,
  answer: "जवाब दें",
};

export const templates: Said<typeof englishTemplates> = {
  label: "इससे शुरू करें",
  agenda: "एजेंडा",
  goal: "लक्ष्य",
  topics: "विषय",
  next: "अगले कदम",
  minutes: "बैठक का ब्योरा",
  present: "कौन मौजूद है",
  decisions: "फ़ैसले",
  todo: "करने के काम",
  open: "बाक़ी बातें",
  retro: "रेट्रो",
  well: "क्या अच्छा रहा",
  hard: "क्या कठिन रहा",
  tried: "आगे क्या आज़माएँ",
};

export const thumb: Said<typeof englishThumb> = {
  label: "लिखें",
  line: "पंक्ति",
  tick: "टिक",
  list: "सूची",
  heading: "शीर्षक",
  photo: "फ़ोटो",
  undo: "वापस लें",
};

export const more: Said<typeof englishMore> = {
  theme: "रूप",
  language: "भाषा",
  system: "सिस्टम",
  light: "हल्का",
  dark: "गहरा",
  people: "लोग",
  outline: "रूपरेखा",
  find: "खोजें…",
  copy: "टेक्स्ट Markdown में कॉपी करें",
  copied: "टेक्स्ट कॉपी हो गया",
  take: "साथ ले जाएँ…",
  bring: "कुछ अंदर लाएँ…",
  kept: "फ़ाइल सेव हो गई",
  keptWithout: "फ़ाइल सेव हो गई। कुछ तस्वीरें या फ़ाइलें नहीं मिल पाईं और उसमें नहीं हैं।",
  licenses: "लाइसेंस",
  leave: "बाहर जाएँ",
  end: "अभी ख़त्म करें…",
  handOver: "सौंपें…",
  newPad: "नया पन्ना…",
  pads: "इस कंप्यूटर के पन्ने",
};
