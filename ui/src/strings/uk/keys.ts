/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Клавіатурні скорочення",
  page: "Сторінка",
  lines: "Рядки: один або всі виділені",
  typed: "Набране на початку рядка",
  sheet: "Цей список",
  redo: "Повторити",
  tick: "Поставити позначку",
  breaks: "Новий рядок у тому самому блоці",
  leave: "Вийти з тексту",
};
