/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("tr");

export const outline: Said<typeof english> = {
  title: "Anahat",
  headings: "Başlıklar",
  none: "Henüz başlık yok. Yazıldıkça burada listelenir.",
  done: (done, of) => `${done} / ${of} tamam`,
  words: (n) => `${number(n)} kelime`,
  length: (minutes, letters) => `${number(minutes)} dakikalık okuma · ${number(letters)} karakter`,
  empty: "Henüz hiçbir şey yazılmadı.",
};
