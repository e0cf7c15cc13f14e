/** Ukrainian: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Хто що написав",
  hide: "Сховати, хто що написав",
  showing: "Видно, хто що написав",
  close: "Сховати",
  authors: "Хто тут писав",
  only: (name) => `Лише те, що пише ${name}`,
  wrote: (names) => `Хто писав: ${names.join(", ")}`,
  since: (time) => `відколи ви вийшли, ${time}`,
  nameless: "Без імені",
  unknown: "Невідомо",
  why: "Принесене звідкись або написане до запуску сервера: ніхто тут не знає, хто це писав.",
  nothing: "Ще нічого не написано",
};
