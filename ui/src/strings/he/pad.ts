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
import { isolated } from "../grammar";
import { plural, wrongCodes } from "./numbers";

const GONE = ". זה כבר לא בטקסט.";

export const pad: Said<typeof englishPad> = {
  share: "שיתוף",
  more: "עוד",
  fullEditor: "עורך מלא",
  companion: "תצוגה פשוטה",
  opening: "הפנקס נפתח…",
  editor: (pad) => `הטקסט של ${isolated(pad)}`,
  placeholder: "לכותרות, רשימות וטבלאות: ״/״…",
  emptyPlaceholder: "מה שנכתב כאן, כולם כאן רואים.",
  misfit: "את החלק הזה אי אפשר להציג כאן",
  misfitInLine: "אי אפשר להציג כאן",
  misfitStays: "הוא נשאר בפנקס ומצטרף לכל עותק.",
  misfitRemove: "הסרה",
  misfitCopy: "(חלק שאי אפשר להציג)",
  saves: ["במחשב של המארח ", "נשאר עותק", " של הפנקס הזה כשהוא מסתיים."],
  readOnly: "כאן אפשר לקרוא.",
  isOff: "כאן אפשר לקרוא. הכתיבה סגורה.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "עכשיו אפשר לכתוב.",
    host: "קיבלת אירוח בפנקס הזה.",
    noHost: "האירוח בפנקס הזה כבר לא אצלך.",
  },
  tooMuch: "זה יותר ממה שהפנקס יכול להכיל. שום דבר לא הודבק.",
  noFiles: "תמונות מדפים אחרים לא נכנסות. אפשר להביא תמונה מהמכשיר הזה.",
  noWay: "החיבור אבד. כדאי לנסות שוב בעוד רגע.",
  notConnected: "אין חיבור. אפשר להמשיך לכתוב, והכול יישלח.",
  notInYet: "אין חיבור. הפנקס ייפתח ברגע ש־Fadepad יענה.",
  notConnectedReading: "אין חיבור. מה שאחרים כותבים יגיע כשהחיבור יחזור.",
  blocked: "הרשת הזאת מציגה את הדף, אבל לא מעבירה דבר ממה שנכתב. כדאי לבקש מהמארח דרך אחרת להיכנס.",
  blockedReading:
    "הרשת הזאת מציגה את הדף, אבל לא את מה שאחרים כותבים. כדאי לבקש מהמארח דרך אחרת להיכנס.",
  staysHere: (time) => `מה שכתבת מאז ${time} נמצא רק בדף הזה.`,
  waits: (time) => `מה שכתבת מאז ${time} ממתין בדף הזה.`,
  allSent: "כל מה שכתבת לפני כן הגיע.",
  full: "הפנקס הזה מלא כרגע. הכניסה תיפתח ברגע שיתפנה מקום.",
  held: (time) => [`מה שכתבת מאז ${time} `, "לא עובר", ". האחרים לא רואים אותו."],
  left: (time, isTooMuch) =>
    isTooMuch
      ? [`חלק ממה שכתבת מאז ${time} הוא `, "יותר ממה שהפנקס יכול להכיל", GONE]
      : [`חלק ממה שכתבת מאז ${time} `, "לא יכול להישמר בפנקס הזה", GONE],
  takenOut: (time) => [`מה שכתבת מאז ${time} היה בשורה `, "שהוסרה בינתיים", GONE],
  begunAfresh: () => [
    "המארח התחיל את הפנקס הזה מחדש. מה שכתבת לאחרונה ",
    "לא עבר איתו",
    ". כדאי להעתיק: זה כבר לא בטקסט.",
  ],
  tooLate: (time) => [
    `הכתיבה נסגרה. מה שכתבת לאחרונה, מאז ${time}, `,
    "לא התקבל",
    ". כדאי להעתיק: זה כבר לא בטקסט.",
  ],
  takenBack: (time, isTooMuch) =>
    isTooMuch
      ? [`מה שעשית ב־${time} הוא `, "יותר ממה שהפנקס יכול להכיל", ". הוא בוטל."]
      : [`מה שעשית ב־${time} `, "לא יכול להישמר בפנקס הזה", ". הוא בוטל."],
  guessing: (wrong) =>
    `מישהו מנסה קודים: ${wrongCodes(wrong)} בעשר דקות. ` +
    "צריך להמתין עד לניסיון הבא, והקוד נשאר כפי שהוא.",
  filling: (name) =>
    `מ־${isolated(name)} כבר הגיע לפנקס הזה כל מה שמותר לאדם אחד, ויותר מזה לא יתקבל.`,
  copyWords: "העתקת מה שכתבתי",
  wordsCopied: "מה שכתבת הועתק",
  openAgain: "פתיחת הפנקס מחדש",
  ending: (left) => `הפנקס הזה מסתיים בעוד ${left}.`,
  takeCopy: "לקחת עותק",
  done: "סיום",
  fold: "הצגה או הסתרה של מה שבפנים",
  language: "השפה של הקוד הזה",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "תמונה בלי כתובת",
    video: "סרטון בלי כתובת",
    audio: "צליל בלי כתובת",
    file: "קובץ בלי כתובת",
  },
};

/** What another host has decided: by name, where it was no program. */
const by = (host: string | null): string => (host ? `, בהחלטת ${isolated(host)}` : "");

export const decided: Said<typeof englishDecided> = {
  writing: (host, on) => `${on ? "הכתיבה נפתחה" : "הכתיבה נסגרה"}${by(host)}.`,
  roles: {
    edit: (host, name) => `הכתיבה פתוחה עכשיו ל־${isolated(name)}${by(host)}.`,
    view: (host, name) => `מעכשיו קריאה בלבד ל־${isolated(name)}${by(host)}.`,
    host: (host, name) => `האירוח עכשיו גם אצל ${isolated(name)}${by(host)}.`,
  },
  door: {
    open: (host) => (host ? `הדלת נפתחה${by(host)}.` : "הדלת פתוחה."),
    knock: (host) => `מי שמגיע מעכשיו צריך לדפוק בדלת${by(host)}.`,
    closed: (host) => (host ? `הדלת נסגרה${by(host)}. איש חדש לא נכנס.` : "עכשיו איש חדש לא נכנס."),
  },
  pin: (host, on) => {
    if (!on) return host ? `ה־PIN הוסר${by(host)}.` : "אין יותר PIN.";
    return host ? `נקבע PIN${by(host)}. הקוד לבדו לא מספיק לכניסה.` : "עכשיו יש PIN.";
  },
  pencil: (host, name) => `העט עכשיו אצל ${isolated(name)}${by(host)}.`,
  newLinks: (host, of) => {
    const which = { edit: "לכתיבה", view: "לקריאה", host: "למארחים" }[of];
    return `יש קישורים חדשים ${which}${host ? ` מאת ${isolated(host)}` : ""}.`;
  },
  showOut: (host, name) => `${isolated(name)} כבר לא בפנקס${by(host)}.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "זה לא נעשה: מחליט על כך רק מי שנכנס בקישור של מארח.",
    oneself: "זה לא נעשה: מארח לא לוקח דבר מעצמו.",
    tooFast: "אין קישורים חדשים: עד עשר פעמים בדקה.",
    nobody: "האדם הזה כבר לא כאן.",
    tooMany: "זה לא נעשה: יותר מדי אנשים הוצאו או קיבלו תפקיד משלהם.",
  },
};

const othersOf = (n: number): string => plural(n, { one: "אדם נוסף", other: `עוד ${n} אנשים` });

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "לבקש לכתוב",
  asked: "כאן אפשר לקרוא. המארחים רואים את הבקשה שלך לכתוב.",
  askNoMore: "ביטול הבקשה",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name, more) =>
    `בקשה לכתוב מאת ${isolated(name)}${more === 0 ? "" : ` ומאת ${othersOf(more)}`}.`,
  answer: "לענות",
};

export const templates: Said<typeof englishTemplates> = {
  label: "להתחיל עם",
  agenda: "סדר יום",
  goal: "מטרה",
  topics: "נושאים",
  next: "הצעדים הבאים",
  minutes: "סיכום פגישה",
  present: "מי כאן",
  decisions: "החלטות",
  todo: "משימות",
  open: "נושאים פתוחים",
  retro: "רטרו",
  well: "מה הלך טוב",
  hard: "מה היה קשה",
  tried: "מה ננסה בהמשך",
};

export const thumb: Said<typeof englishThumb> = {
  label: "כתיבה",
  line: "שורה",
  tick: "תיבה",
  list: "רשימה",
  heading: "כותרת",
  photo: "תמונה",
  undo: "ביטול",
};

export const more: Said<typeof englishMore> = {
  theme: "מראה",
  language: "שפה",
  system: "מערכת",
  light: "בהיר",
  dark: "כהה",
  people: "אנשים",
  outline: "מבנה",
  find: "חיפוש…",
  copy: "העתקת הטקסט כ־Markdown",
  copied: "הטקסט הועתק",
  take: "לקחת איתך…",
  bring: "להביא לכאן…",
  kept: "הקובץ נשמר",
  keptWithout: "הקובץ נשמר. חלק מהתמונות או מהקבצים לא הגיעו ואינם בו.",
  licenses: "רישיונות",
  leave: "יציאה",
  end: "לסיים עכשיו…",
  handOver: "העברה למחשב אחר…",
  newPad: "פנקס חדש…",
  pads: "הפנקסים במחשב הזה",
};
