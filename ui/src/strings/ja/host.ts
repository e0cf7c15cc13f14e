/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? "コピーを取る時間はありません。"
    : `それぞれコピーを取れます。${long(lastCall)}たつか、全員が答えるまでです。`;
}

export const host: Said<typeof english> = {
  title: "このパソコンのパッド",
  newPad: "新しいパッド",
  asking: "パッドを探しています…",
  empty: "開いているパッドはありません。",
  away: "Fadepadにつながりません。表示が今の状態と違うかもしれません。",
  failed: "できませんでした。少し待ってから、もう一度お試しください。",
  nobody: "誰もいません",
  elsewhere: "別の場所で作成",
  knocks: (n: number) => `${people(n)}が入室を希望しています`,
  letIn: "対応する",
  letInOne: (pad: string) => `「${pad}」への入室希望に対応する`,
  keep: "残しておく",
  keepOne: (pad: string) => `残しておく：${pad}`,
  more: (pad: string) => `「${pad}」のその他の操作`,
  open: "開く",
  rename: "名前を変更…",
  renameTitle: (pad: string) => `「${pad}」の名前を変更`,
  renameLabel: "全員に見える名前",
  renameHint: "リンクとコードは変わりません。空にすると元の名前に戻ります。",
  renameDone: "変更",
  join: "別のパッドに参加",
  foot: (saves: boolean) =>
    saves
      ? "本文はメモリにあり、パッドが終了するとここにファイルで残ります。Fadepadを終了すると、すべてのパッドが終了します。"
      : "本文はメモリにだけあります。Fadepadを終了すると、ここのパッドはすべて終了します。",
  endTitle: (pad: string) => `「${pad}」を全員に対して終了しますか？`,
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "今は誰もいません。" : `今、${people(n)}います。`}${offered(n, lastCall)}` +
    `終了すると、本文はメモリと表示中のページから消去されます${afterwards(saves)}` +
    (saves ? "" : "自分のコピーが必要なら、先に開いてください。"),
};
