/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "仕切り直す…",
  title: "仕切り直す",
  what: "本文は残り、削除したものは消去されます。",
  whatOf:
    "今表示されている本文のまま、パッドを続けます。変更の履歴と削除したものはすべて消去され、" +
    "コードとリンクは新しくなります。ここにいる人は自動で一緒に移りますが、退室してもらった人は移りません。",
  begin: "仕切り直す",
  keep: "今はしない",
  away: "接続がありません。つながってから操作できます。",
  busy: "仕切り直しています…",
  failed: "できませんでした。もう一度お試しください。",
};
