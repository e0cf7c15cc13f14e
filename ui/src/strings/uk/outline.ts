/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";
import { plural } from "./numbers";

const number = (n: number) => n.toLocaleString("uk");

export const outline: Said<typeof english> = {
  title: "Зміст",
  headings: "Заголовки",
  none: "Заголовків ще немає. Вони з’являться тут, коли їх напишуть.",
  done: (done: number, of: number) => `Зроблено: ${done} з ${of}`,
  words: (n: number) => `${number(n)} ${plural(n, { one: "слово", few: "слова", other: "слів" })}`,
  length: (minutes: number, letters: number) =>
    `${number(minutes)} ${plural(minutes, { one: "хвилина", few: "хвилини", other: "хвилин" })} читання · ` +
    `${number(letters)} ${plural(letters, { one: "літера", few: "літери", other: "літер" })}`,
  empty: "Ще нічого не написано.",
};
