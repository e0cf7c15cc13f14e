/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "Зображення",
  pictureHint: "З цього пристрою",
  file: "Файл",
  fileHint: "PDF чи інший файл, щоб зберегти",
  group: "Медіа",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "Хтось",
    isPicture ? " додає зображення" : " додає файл",
  ],
  of: (sent: string, total: string) => `${sent} з ${total}`,
  waits: "Чекає своєї черги",
  pauses: "Зв’язок втрачено. Потім усе продовжиться саме.",
  gone: (isPicture: boolean) => (isPicture ? "Це зображення не дійшло." : "Цей файл не дійшов."),
  away: "Цього зображення тут уже немає.",
  cancel: "Скасувати",
  again: "Спробувати ще раз",
  remove: "Прибрати",
  tooLarge: (size: string, most: string) => `Цей файл має ${size}. Вміщаються файли до ${most}.`,
  empty: "Цей файл порожній.",
  heic:
    "Цей браузер не читає зображень HEIC. " +
    "Надішліть JPEG або скористайтеся телефоном, яким знято фото.",
  unreadable: "Це зображення тут не прочитати. Надішліть JPEG або PNG.",
  refused: "Блокнот зараз не приймає цей файл.",
  full: "Переглянути повністю",
  keep: "Зберегти це зображення",
  close: "Закрити",
  before: "Попереднє зображення",
  next: "Наступне зображення",
  count: (at: number, all: number) => `${at} з ${all}`,
};
