/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Інструменти рядка",
  tick: "Прапорець",
  list: "Список",
  heading: "Заголовок",
  bold: "Жирний",
  italic: "Курсив",
  underline: "Підкреслений",
  strike: "Закреслений",
  code: "Код",
  mark: "Виділити кольором",
  link: "Посилання",
  address: "Адреса посилання",
  example: "example.org",
  set: "Задати",
  unlink: "Прибрати посилання",
  back: "Назад",
  noLink: "Посилання веде на вебадресу, пошту чи телефон.",
  indent: "Більший відступ",
  outdent: "Менший відступ",
  undo: "Скасувати",
  picture: "Зображення",
  more: "Більше блоків",
  done: "Готово",
};
