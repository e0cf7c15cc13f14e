/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Що можна тут вставити",
  emoji: "Емодзі",
  none: "Нічого з такою назвою",
  format: "Оформити слова",
  link: "Це посилання",
  noLink: "Посилання веде на вебадресу, пошту чи телефон.",
  add: "Додати рядок нижче",
  block: "Меню цього рядка",
  turnInto: "Перетворити на",
  callout: "Виноска",
  duplicate: "Дублювати",
  copyLink: "Копіювати посилання на цей рядок",
  lineGone: "Рядка, на який веде це посилання, тут більше немає.",
  insert: {
    up: "Вставити вище",
    down: "Вставити нижче",
    left: "Вставити ліворуч",
    right: "Вставити праворуч",
  },
  move: {
    up: "Перемістити вище",
    down: "Перемістити нижче",
    left: "Перемістити ліворуч",
    right: "Перемістити праворуч",
  },
  words: "Слова",
  ground: "Тло",
  remove: "Видалити",
  back: "Назад",
  ofRow: "Рядок",
  ofColumn: "Стовпець",
  header: { row: "Рядок заголовка", column: "Стовпець заголовка" },
  removeLine: { row: "Видалити рядок", column: "Видалити стовпець" },
  row: "Меню цього рядка таблиці",
  column: "Меню цього стовпця",
  cell: "Меню цієї клітинки",
  moreRows: "Додайте рядок або потягніть, щоб додати більше",
  moreColumns: "Додайте стовпець або потягніть, щоб додати більше",
};
