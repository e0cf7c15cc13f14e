/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, people, plural, shortLeft, want } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves ? "Наприкінці\u00a0збережеться\u00a0копія." : "Нічого\u00a0не\u00a0зберігається.";

export const wall: Said<typeof english> = {
  scan: "Відскануйте або введіть",
  scanRead: "Відскануйте, щоб читати",
  after: "Потім відскануйте або введіть",
  afterRead: "Потім відскануйте, щоб читати",
  here: (name: string) => `${name} уже тут`,
  /** After a name. */
  isHere: "уже тут",
  /** After the name of the only one; after how many, where they are more. */
  asks: "хоче писати",
  ask: (n: number) => `${people(n)} ${want(n)} писати:`,
  nobody: "Тут ще нікого немає.",
  alive: (ttl: number, saves: boolean) =>
    `Живе, доки тут хтось є, і ще ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "Ця мережа показує екран, але не те, хто тут є. Відкрийте його іншим шляхом.",
  fading: (left: number) =>
    `Тут нікого немає. Цей блокнот зникне через ${left < 60 ? long(left) : shortLeft(left)}.`,
  knocks: (n: number) => `${people(n)} ${plural(n, { one: "чекає", other: "чекають" })} на вхід`,
  letsIn: "Впускають ведучі.",
  pin: "і PIN від ведучих",
  knockFirst: "Нові люди стукають, а ведучі їх впускають.",
  closed: "Двері зачинено: нові люди зараз не ввійдуть.",
  tools: "Цей екран",
  /** A button that is pressed while it is shown. */
  text: "Текст",
  theText: "Текст",
  headings: "Заголовки",
  empty: "Ще нічого не написано.",
  /** Whom it follows. */
  shows: (name: string) => `Показує ${name}`,
  /** To everyone who writes. */
  told: "Текст тепер на великому екрані: його може читати вся кімната.",
  toldNoMore: "Тексту на великому екрані більше немає.",
  full: "На весь екран",
  light: "Світлий",
  dark: "Темний",
  wifi: "Wi-Fi…",
  wifiTitle: "Показати ще й код Wi-Fi",
  wifiLead:
    "Його сканують першим, щоб бути в тій самій мережі. Він є лише на цій сторінці й зникне, коли її закриють.",
  wifiName: "Назва мережі",
  wifiPassword: "Пароль, якщо є",
  wifiShow: "Показати",
  wifiHide: "Більше не показувати",
  wifiQr: (name: string) => `QR-код мережі Wi-Fi ${name}`,
  wifiFirst: "Спершу Wi-Fi",
};
