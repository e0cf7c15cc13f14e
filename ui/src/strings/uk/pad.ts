/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type {
  decided as englishDecided,
  hands as englishHands,
  more as englishMore,
  pad as english,
  templates as englishTemplates,
  thumb as englishThumb,
} from "../en/pad";
import { at, people, plural } from "./numbers";

export const pad: Said<typeof english> = {
  share: "Поділитися",
  more: "Більше",
  fullEditor: "Повний редактор",
  companion: "Простий вигляд",
  opening: "Відкриваємо блокнот…",
  editor: (pad: string) => `Текст: ${pad}`,
  placeholder: "Введіть «/», щоб додати заголовок, список, таблицю…",
  emptyPlaceholder: "Напишіть щось. Це побачать усі, хто тут є.",
  misfit: "Цю частину тут не можна показати",
  misfitInLine: "тут не можна показати",
  misfitStays: "Вона лишається в блокноті й потрапляє в кожну копію.",
  misfitRemove: "Прибрати",
  misfitCopy: "(Частина, яку не можна показати)",
  saves: ["Коли блокнот буде завершено, комп’ютер ведучих ", "збереже копію", "."],
  readOnly: "Тут ви можете читати.",
  isOff: "Тут ви можете читати. Писати зараз не можна.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Тепер ви можете писати.",
    host: "Тепер ви теж ведете цей блокнот.",
    noHost: "Ви більше не ведете цей блокнот.",
  },
  tooMuch: "Це більше, ніж вміщує блокнот. Нічого не вставлено.",
  noFiles: "Зображення з інших сторінок не вставляються. Додайте зображення з цього пристрою.",
  noWay: "Зв’язок втрачено. Спробуйте ще раз за мить.",
  notConnected: "Немає зв’язку. Пишіть далі, усе буде надіслано.",
  notInYet: "Немає зв’язку. Блокнот відкриється, щойно Fadepad відповість.",
  notConnectedReading: "Немає зв’язку. Те, що пишуть інші, з’явиться, щойно він повернеться.",
  blocked:
    "Ця мережа показує сторінку, але не пропускає того, що на ній пишуть. " +
    "Запитайте ведучих, як увійти інакше.",
  blockedReading:
    "Ця мережа показує сторінку, але не те, що пишуть інші. Запитайте ведучих, як увійти інакше.",
  staysHere: (time: string) => `Те, що ви написали від ${time}, є лише на цій сторінці.`,
  waits: (time: string) => `Те, що ви написали від ${time}, чекає на цій сторінці.`,
  allSent: "Усе, що ви написали раніше, дійшло.",
  full: "Цей блокнот зараз повний. Ви ввійдете, щойно звільниться місце.",
  held: (time: string) => [
    `Те, що ви написали від ${time}, `,
    "не доходить",
    ". Інші цього не бачать.",
  ],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Частина написаного вами від ${time} — це `,
          "більше, ніж вміщує цей блокнот",
          ". Її вже немає в тексті.",
        ]
      : [
          `Частина написаного вами від ${time} `,
          "не може лишитися в цьому блокноті",
          ". Її вже немає в тексті.",
        ],
  takenOut: (time: string) => [
    `Те, що ви написали від ${time}, було в рядку, який тим часом `,
    "прибрали",
    ". Його вже немає в тексті.",
  ],
  begunAfresh: () => [
    "Ведучі почали цей блокнот заново. Ваші останні слова ",
    "не перейшли далі",
    ". Скопіюйте їх: у тексті їх уже немає.",
  ],
  tooLate: (time: string) => [
    `Писати вже не можна. Ваші останні слова, від ${time}, `,
    "не прийнято",
    ". Скопіюйте їх: у тексті їх уже немає.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [`Ваша зміна ${at(time)} — це `, "більше, ніж вміщує цей блокнот", ". Її скасовано."]
      : [`Ваша зміна ${at(time)} `, "не може лишитися в цьому блокноті", ". Її скасовано."],
  guessing: (wrong: number) =>
    "Хтось добирає код: " +
    `${wrong} ${plural(wrong, { one: "хибна спроба", few: "хибні спроби", other: "хибних спроб" })} ` +
    "за десять хвилин. Тепер доведеться чекати, а код лишається тим самим.",
  filling: (name: string) =>
    `${name} вже має в цьому блокноті стільки, скільки може мати одна людина. Більше від неї він не прийме.`,
  copyWords: "Скопіювати мої слова",
  wordsCopied: "Ваші слова скопійовано",
  openAgain: "Відкрити блокнот знову",
  ending: (left: string) => `Цей блокнот завершиться через ${left}.`,
  takeCopy: "Взяти копію",
  done: "Готово",
  fold: "Показати або сховати вміст",
  language: "Мова цього коду",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Зображення без адреси",
    video: "Відео без адреси",
    audio: "Звук без адреси",
    file: "Файл без адреси",
  },
};

/** What another host has decided: by name, where it was no program. In the present: no past that knows a gender. */
export const decided: Said<typeof englishDecided> = {
  writing: (host: string | null, on: boolean) => {
    if (on) return host ? `${host} знову дозволяє писати.` : "Тепер знову можна писати.";
    return host ? `${host} залишає тільки читання.` : "Тепер можна лише читати.";
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} дозволяє писати: ${name}.` : `${name} тепер може писати.`,
    view: (host: string | null, name: string) =>
      host ? `${host} дозволяє лише читати: ${name}.` : `${name} тепер може лише читати.`,
    host: (host: string | null, name: string) =>
      host ? `${host} дозволяє вести: ${name}.` : `${name} тепер теж веде.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} відчиняє двері.` : "Двері відчинено."),
    knock: (host: string | null) =>
      host ? `${host} просить нових людей стукати.` : "Новим людям тепер треба постукати.",
    closed: (host: string | null) =>
      host ? `${host} зачиняє двері: нові люди не ввійдуть.` : "Нові люди тепер не ввійдуть.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} прибирає PIN.` : "PIN більше не потрібен.";
    return host ? `${host} ставить PIN: самого коду вже замало.` : "Тепер потрібен PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} передає олівець: ${name}.` : `${name} тепер має олівець.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "хто пише", view: "хто читає", host: "хто веде" }[of];
    return host
      ? `${host} створює нові посилання для тих, ${which}.`
      : `Є нові посилання для тих, ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} виводить: ${name}.` : `Виведено: ${name}.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Не виконано: це вирішують лише ті, хто ввійшов за посиланням для ведучих.",
    oneself: "Не виконано: ведучі не можуть нічого забрати в себе.",
    tooFast: "Без нових посилань: не частіше ніж десять разів за хвилину.",
    nobody: "Цієї людини тут уже немає.",
    tooMany: "Не виконано: забагато людей виведено або мають окремі дозволи.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "Хочу писати",
  asked: "Тут ви можете читати. Ведучі бачать, що ви хочете писати.",
  askNoMore: "Уже не хочу",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) =>
    more === 0 ? `${name} хоче писати.` : `${name} і ще ${people(more)} хочуть писати.`,
  answer: "Відповісти",
};

export const templates: Said<typeof englishTemplates> = {
  label: "Почати з",
  agenda: "Порядок денний",
  goal: "Мета",
  topics: "Теми",
  next: "Наступні кроки",
  minutes: "Протокол",
  present: "Хто тут",
  decisions: "Рішення",
  todo: "Завдання",
  open: "Ще не вирішено",
  retro: "Ретроспектива",
  well: "Що вдалося",
  hard: "Що було важко",
  tried: "Що спробуємо далі",
};

export const thumb: Said<typeof englishThumb> = {
  label: "Писати",
  line: "Рядок",
  tick: "Завдання",
  list: "Список",
  heading: "Заголовок",
  photo: "Фото",
  undo: "Назад",
};

export const more: Said<typeof englishMore> = {
  theme: "Вигляд",
  language: "Мова",
  system: "Системний",
  light: "Світлий",
  dark: "Темний",
  people: "Люди",
  outline: "Зміст",
  find: "Знайти…",
  copy: "Скопіювати текст як Markdown",
  copied: "Текст скопійовано",
  take: "Взяти текст із собою…",
  bring: "Принести щось…",
  kept: "Файл збережено",
  keptWithout: "Файл збережено. Деякі зображення чи файли не вдалося отримати, і їх у ньому немає.",
  licenses: "Ліцензії",
  leave: "Вийти",
  end: "Завершити зараз…",
  handOver: "Передати…",
  newPad: "Новий блокнот…",
  pads: "Блокноти на цьому комп’ютері",
};
