/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "パッドに書き足す",
  line: "1行書き足す",
  send: "この行を送る",
  where: (name: string) => `${name}として末尾に追加`,
  later: (name: string) => `接続が戻ると、${name}として送信`,
  away: "本文がまだ届いていません。少し待ってから、もう一度お試しください。",
  unsent: "送れませんでした。今は閲覧のみです",
  photo: "写真",
  tick: "チェック",
  undo: "元に戻す",
  follow: "追いかける",
  boxes: "このパッドのチェックボックス",
  noBoxes: "このパッドには、まだチェックボックスがありません。",
  noWords: "（文字なし）",
};
