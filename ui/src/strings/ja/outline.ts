/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("ja-JP");

export const outline: Said<typeof english> = {
  title: "アウトライン",
  headings: "見出し",
  none: "見出しはまだありません。書くとここに並びます。",
  done: (done: number, of: number) => `${done} / ${of} 完了`,
  words: (n: number) => `${number(n)}語`,
  length: (minutes: number, letters: number) =>
    `読むのに${number(minutes)}分 · ${number(letters)}文字`,
  empty: "まだ何も書かれていません。",
};
