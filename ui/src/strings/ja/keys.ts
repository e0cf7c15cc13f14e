/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "キーボードショートカット",
  page: "ページ",
  lines: "行(1行、または選択したすべての行)",
  typed: "行の先頭で入力",
  sheet: "この一覧",
  redo: "やり直し",
  tick: "チェックを入れる",
  breaks: "同じブロック内で改行",
  leave: "本文から出る",
};
