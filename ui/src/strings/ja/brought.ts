/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) => `表示できない部分を${n}個入れました`,
  show: "見る",
  remove: "取り除く",
  of: (name: string) => `${name}が入れたもの`,
  sure: (n: number) => `${n}個を、全員のページから取り除きますか？`,
  keep: "残す",
  removed: "全員のページから取り除きました。",
  bringBack: "元に戻す",
  fills: (percent: number) => `パッドの${percent}%を占めています`,
  unseen: "大半はどのページにも表示されません",
  hasLeft: "退室済み",
  left: "退室した人",
  nameless: "名前を出していない人",
  unknown: "誰かわからない人",
  guessing: (wrong: number, ago: number) =>
    `誰かがコードを試しています。10分間に${wrong}回間違え、最後は${short(ago)}前です。` +
    "しばらく待たないと試せません。コードはそのままです。",
  readers: (n: number) => `${n}個のプログラムが本文を読んでいます`,
  more: (n: number) => `ほか${n}個`,
};
