/** What one is asked on coming in: a name and a colour. */
import type { Said } from "..";
import type { name as english } from "../en/name";
import { at, long, people } from "./numbers";

export const name: Said<typeof english> = {
  title: "Хто пише?",
  lead: "Це видно біля вашого курсора. Більше нічого не питаємо.",
  label: "Ім’я",
  colour: "Колір",
  colourN: (n: number) => `Колір ${n}`,
  join: (pad: string) => `Увійти: ${pad}`,
  keep: "Залишити це ім’я",
  fine: (here: number, wiped: string) =>
    `${here === 0 ? "Тут поки що більше нікого." : `Тут уже ${people(here)}.`} ${wiped}`,
  wiped: (ttl: number) => `Текст буде стерто через ${long(ttl)} після виходу останньої людини.`,
  wipedAt: (time: string) => `Текст буде стерто ${at(time)}, навіть якщо тут хтось є.`,
  kept: (hardEnd: string) =>
    `Текст лишається, доки ведучі не вирішать інакше, щонайдовше до ${hardEnd}. Потім його буде стерто.`,
  saves: "Комп’ютер ведучих збереже копію.",
  change: "Ваше ім’я та колір",
};
