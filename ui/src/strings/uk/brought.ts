/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { plural, short } from "./numbers";

const parts = (n: number) =>
  `${n} ${plural(n, { one: "частину", few: "частини", other: "частин" })}`;

export const brought: Said<typeof english> = {
  parts: (n: number) =>
    `Має в тексті ${parts(n)}, ${plural(n, { one: "яку", other: "які" })} не можна показати`,
  show: "Показати",
  remove: "Прибрати",
  /** For who does not see beside whose name it stands. */
  of: (name: string) => `(${name})`,
  sure: (n: number) => `Прибрати ${parts(n)} в усіх?`,
  keep: "Лишити",
  removed: "Прибрано в усіх.",
  bringBack: "Повернути",
  fills: (percent: number) => `Займає ${percent}\u00a0% блокнота`,
  unseen: "здебільшого там, де цього не показує жодна сторінка",
  hasLeft: "уже не тут",
  left: "Хтось, кого вже тут немає",
  nameless: "Хтось без імені",
  unknown: "Хтось, невідомо хто",
  guessing: (wrong: number, ago: number) =>
    "Хтось добирає код: " +
    `${wrong} ${plural(wrong, { one: "хибна спроба", few: "хибні спроби", other: "хибних спроб" })} ` +
    `за десять хвилин, остання ${short(ago)} тому. Тепер доведеться чекати, а код лишається тим самим.`,
  readers: (n: number) =>
    `${n} ${plural(n, { one: "програма стежить", few: "програми стежать", other: "програм стежать" })} за текстом`,
  more: (n: number) => `ще ${n}`,
};
