/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Додати ще один пристрій",
  lead: (name: string) =>
    `Відскануйте це тим пристроєм або відкрийте на ньому посилання. На обох ви ${name}, і це одна людина в списку.`,
  once: (minutes: number) =>
    `Діє для одного пристрою, ${inWords(minutes * 60)}. Не показуйте більше нікому.`,
  over: "Це посилання вже застаріле. За ним нічого не відкрито.",
  fresh: "Створити нове посилання",
  here: "Ваш інший пристрій уже тут.",
  done: "Готово",
  used: [
    "Це посилання вже зробило своє",
    "Воно додає один ваш пристрій і діє десять хвилин. Наступне є у списку людей, " +
      "на пристрої, з якого ви пишете.",
  ],
};
