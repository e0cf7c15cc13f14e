/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Передати блокнот",
  lead: "Мусите йти з цим комп’ютером? Виконайте це на іншому комп’ютері в кімнаті, де є Fadepad:",
  copy: "Скопіювати команду",
  copied: "Скопійовано. Виконайте її на іншому комп’ютері.",
  cantCopy: "Ваш браузер тут не копіює. Виділіть команду й скопіюйте її вручну.",
  after:
    "Текст, код, посилання й час перейдуть разом. Сторінки всіх людей перейдуть самі, екран теж. " +
    "Потім усе це буде стерто на цьому комп’ютері, і ви зможете йти.",
  secret: "Хто має цю команду, той веде блокнот: не давайте її більше нікому.",
};
