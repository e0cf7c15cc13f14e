/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as english } from "../en/start";
import { long, people } from "./numbers";

const waiting = (wait: number | null) => (wait === null ? "хвилину" : long(Math.max(1, wait)));

export const start: Said<typeof english> = {
  title: "Fadepad",
  lead: "Введіть код з екрана.",
  label: "Код",
  join: "Увійти",
  joining: "Відкриваємо…",
  notInAlphabet: (letters: string) =>
    `У кодах немає ${letters.length === 1 ? "знака" : "знаків"} ${letters}, ` +
    "бо O та 0, I, L та 1, U та V схожі між собою. Гляньте на екран ще раз.",
  unknown: "Такого коду тут не знають. Код має шість знаків, наприклад K7Q\u00a0PM3.",
  ended: "Цей блокнот уже завершено.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait: number | null) => `Забагато спроб. Спробуйте ще раз через ${waiting(wait)}.`,
  notNow: (wait: number | null) =>
    `Зараз вас не можуть впустити. Спробуйте ще раз через ${waiting(wait)}.`,
  tryNow: "Тепер можна спробувати ще раз.",
  closed: "Цей блокнот зараз не приймає нових людей. Запитайте ведучих.",
  pin: "PIN",
  pinNeeded: "Для цього блокнота потрібен ще й PIN. Запитайте його у ведучих.",
  pinWrong: "Це не PIN цього блокнота. Перевірте ще раз або запитайте ведучих.",
  offline: "Немає зв’язку з Fadepad. Чи цей пристрій досі в тій самій мережі?",
  newPad: "Новий блокнот",
  near: "У цій мережі",
  nearOn: (host: string) => `на ${host}`,
  nearFading: "зникає",
  nearWaiting: "ще нікого",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Новий блокнот",
  lead: "Він живе, доки тут хтось є.",
  lives: (ttl: number) => `Він живе, доки тут хтось є, і ще ${long(ttl)}.`,
  unkept: "Нічого з нього не зберігається.",
  unread: (said: readonly string[]) =>
    `У посиланні сказано ${said.join(", ")}, а це незрозуміло. У цьому блокнот буде таким, як завжди.`,
  kept: "Коли його буде завершено, комп’ютер ведучих збереже копію.",
  label: "Назва, якщо хочете",
  hint: "Малі латинські літери, цифри, - та _",
  create: "Відкрити блокнот",
  withFile: "Почати з файлу…",
  beginsWith: (file: string) => `На початку: ${file}.`,
  without: "Без файлу",
  taken: "Блокнот із такою назвою вже живе. Виберіть іншу назву.",
  hostOnly: "Новий блокнот тут можуть відкрити лише ведучі.",
  badName: "Малі латинські літери, цифри, - та _, щонайбільше 64.",
};
