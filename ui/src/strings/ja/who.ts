/** Japanese: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "だれが何を書いたか",
  hide: "だれが書いたかを隠す",
  showing: "だれが何を書いたかを表示しています",
  close: "隠す",
  authors: "ここに書いた人",
  only: (name) => `${name} が書いたものだけ`,
  wrote: (names) => `書いた人：${names.join("、")}`,
  since: (time) => `離れてから（${time}）`,
  nameless: "名前なし",
  unknown: "不明",
  why: "持ち込まれたか、サーバーの起動より前のものです。だれが書いたかは、ここではだれにもわかりません。",
  nothing: "まだ何も書かれていません",
};
