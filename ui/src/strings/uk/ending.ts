/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as english } from "../en/ending";
import { at, long, people, plural } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". Комп’ютер ведучих збереже його копію у файлах."
    : ", і Fadepad не зможе його повернути.";

const after = (saves: boolean): string =>
  saves
    ? "Після цього комп’ютер ведучих матиме його копію у файлах."
    : "Після цього Fadepad не зможе його повернути.";

export const end: Said<typeof english> = {
  title: "Завершити цей блокнот для всіх?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `Тут ${people(n)}. Кожна людина` : "Тут більше нікого немає. Хто ввійде,"} ` +
    `може взяти копію: чекаємо ${long(seconds)} або до останньої відповіді. ` +
    "До того часу це ще можна зупинити. " +
    `Потім текст буде стерто з пам’яті та зі сторінок, що його показують${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `Тут ${people(n)}, і копію нікому не буде запропоновано` : "Тут більше нікого немає"}: ` +
    `текст буде одразу стерто з пам’яті та зі сторінок, що його показують${afterwards(saves)}`,
  copy: "Спершу зберегти файл Markdown",
  confirm: "Я хочу його завершити",
  now: "Завершити зараз",
  stay: "Не зараз",
  failed: "Немає зв’язку. Блокнот можна буде завершити, коли він повернеться.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Цей блокнот скоро завершиться",
    leaving: "Крім вас, тут уже нікого",
    unsent: "Дійшло не все",
  },
  ends: (name: string) => `${name} завершує цей блокнот`,
  youEnd: "Ви завершуєте цей блокнот",
  why: {
    host: "Ведучі завершують цей блокнот",
    stop: "Комп’ютер цього блокнота зупиняється",
    announced: "Цей блокнот завершується, як визначили ведучі",
    max_lifetime: "Минув відведений цьому блокноту час",
  },
  lead: "Потім його тексту вже не буде. Візьміть копію, якщо вона вам потрібна.",
  leadKept:
    "Потім його буде тут стерто, а комп’ютер ведучих збереже копію. Візьміть свою, якщо вона вам потрібна.",
  seconds: (n: number) => plural(n, { one: "секунда", few: "секунди", other: "секунд" }),
  minutes: "хвилини",
  copied: "Скопійовано. Вставте, куди хочете",
  file: "Зберегти файл",
  fileHint: "Word, вебсторінка, капсула та інші",
  fileForm: "Який файл?",
  forms: { markdown: "Markdown", docx: "Word", page: "Вебсторінка", capsule: "Капсула" },
  fileKept: "Збережено. Файл серед завантажень",
  none: "Мені не потрібно",
  noneHint: "На цьому пристрої нічого з тексту не лишиться",
  fadeHint: "Завершиться невдовзі після всіх відповідей",
  another: "Попросити ще хвилину",
  anotherGiven: "Усі мають ще хвилину. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "Більше нікого не питають. За мить усе завершиться.";
    if (of === 1) {
      if (n === of)
        return `${asked ? "Ваша відповідь уже є" : "Єдина відповідь уже є"}. За мить усе завершиться.`;
      return `Усе завершиться, коли ${asked ? "ви дасте відповідь" : "надійде єдина відповідь"}.`;
    }
    if (n === of) return "Усі відповіді вже є. За мить усе завершиться.";
    return `Відповіді: ${n} з ${of}. Коли будуть усі, невдовзі все завершиться.`;
  },
  back: "Назад до тексту",
  soon: (time: string) =>
    `Він завершиться ${at(time)}, навіть якщо тут хтось є. Візьміть копію, якщо текст вам потрібен.`,
  leaving: (ttl: number, saves: boolean) =>
    `Коли ви вийдете, цей блокнот зникне через ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Коли ви вийдете, цей блокнот лишиться до ${time}. ${after(saves)}`,
  leavingKept:
    "Коли ви вийдете, цей блокнот лишиться, доки його не завершать ведучі або не мине відведений йому час.",
  unsent: (time: string) =>
    `Те, що ви написали від ${time}, є лише на цій сторінці. Якщо вийти зараз, воно пропаде.`,
  leftOut: (time: string) =>
    `Частини написаного вами від ${time} немає в блокноті, вона є лише на цій сторінці. ` +
    "Якщо вийти зараз, вона пропаде. Скопіюйте її з рядка над текстом.",
  copy: "Скопіювати текст",
  copyHint: "Як Markdown, щоб вставити будь-де",
  keep: "Зберегти файл Markdown",
  keepHint: "Простий текст для нотаток і завдань",
  page: "Зберегти вебсторінку",
  pageHint: "Відкриється в будь-якому браузері, без мережі",
  others: "Інші форми…",
  othersHint: "Word, PDF, капсула, щоб продовжити",
  letFade: "Хай зникає",
  goOn: "Назад до тексту",
  stop: "Зберегти його",
  stopped: "Цей блокнот живе далі.",
  stay: "Лишитися",
  leave: "Усе одно вийти",
  foot: (pad: string, when: string) => `${pad}, збережено з Fadepad ${when}.`,
};
