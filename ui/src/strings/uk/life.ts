/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as english, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { at, long, short } from "./numbers";

export const life: Said<typeof english> = {
  label: "Скільки живе цей блокнот",
  title: "Скільки живе цей блокнот",
  alive: (ttl: number) => `Живе, доки тут хтось є, і ще ${short(ttl)}`,
  alivePhone: "Живе, доки тут хтось є",
  until: (time: string) => `Живе до ${time}`,
  kept: "Лишається, доки не завершать",
  ends: (left: string) => `Завершиться через ${left}`,
  fades: (left: string) => `Зникне через ${left}`,
  connecting: "Відкриваємо…",
  lost: "Відновлюємо зв’язок…",
  ended: "Завершено",
  what: (ttl: number, saves: boolean) =>
    `Коли вийде остання людина, текст лишиться ще на ${long(ttl)}. ` +
    `Потім його буде стерто з пам’яті${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `Блокнот лишається до ${time}, чи є тут хтось, чи ні. ` +
    `Потім його текст буде стерто з пам’яті${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "Блокнот лишається, доки ведучі не вирішать інакше, навіть коли тут нікого немає. " +
    `${hardEnd ? `Щонайпізніше він завершиться ${at(hardEnd)}` : "Він завершиться, коли мине відведений йому час"}; ` +
    "усіх, хто тут є, буде попереджено.",
  hard: (time: string) => `Він завершиться ${at(time)}, навіть якщо тут хтось є.`,
  where: (saves: boolean) =>
    "Текст є в пам’яті комп’ютера, на якому відкрито цей блокнот, і на сторінках, що його показують. " +
    (saves
      ? "Fadepad запише його на диск, коли блокнот буде завершено, не раніше."
      : "Fadepad не записує його на жоден диск."),
  whoDecides: "Скільки він живе, вирішують ведучі. Усі, хто тут є, одразу це бачать.",
  saved: "Усе, що ви написали, туди дійшло.",
  sending: "Надсилаємо те, що ви написали…",
  held: "Те, що ви написали останнім, не доходить: воно є лише на цій сторінці.",
  waiting: "Те, що ви написали, чекає на цій сторінці, доки повернеться зв’язок.",
  reading: "Тут ви можете читати.",
};

export const steer: Said<typeof englishSteer> = {
  detour: "Ця мережа не пропускає з’єднання наживо. Усе одно все доходить, лише трохи пізніше.",
  label: "Зберігати цей блокнот",
  fade: "Поки хтось тут",
  until: "До певного часу",
  keep: "Доки не скажу",
  graces: "Після виходу останньої людини",
  grace: (ttl: number) => `${long(ttl)} після виходу останньої людини`,
  time: "Зберігати до",
  set: "Задати",
  untilHint: "Тоді він завершиться, навіть якщо тут хтось є.",
  tomorrow: "Це вже завтра.",
  tooLate: (hardEnd: string | null) =>
    "Це довше, ніж може жити цей блокнот. Він лишиться " +
    `${hardEnd ? `до ${hardEnd}` : "так довго, як зможе"}, і перед кінцем усіх буде попереджено.`,
  keepHint: (hardEnd: string | null) =>
    "Він лишається, навіть коли всі вийшли. Завершиться " +
    `${hardEnd ? `щонайпізніше ${at(hardEnd)}` : "лише тоді, коли мине відведений йому час"}.`,
};
