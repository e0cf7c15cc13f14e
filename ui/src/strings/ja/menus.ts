/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "ここに入れられるもの",
  emoji: "絵文字",
  none: "この名前のものはありません",
  format: "文字の書式",
  link: "このリンク",
  noLink: "リンク先には、Webかメールのアドレス、または電話番号を入れてください。",
  add: "下に行を追加",
  block: "この行のメニュー",
  turnInto: "種類を変更",
  callout: "囲み",
  duplicate: "複製",
  copyLink: "この行へのリンクをコピー",
  lineGone: "このリンクの先の行は、もうありません。",
  insert: { up: "上に挿入", down: "下に挿入", left: "左に挿入", right: "右に挿入" },
  move: { up: "上へ移動", down: "下へ移動", left: "左へ移動", right: "右へ移動" },
  words: "文字",
  ground: "背景",
  remove: "削除",
  back: "戻る",
  ofRow: "行",
  ofColumn: "列",
  header: { row: "見出し行", column: "見出し列" },
  removeLine: { row: "行を削除", column: "列を削除" },
  row: "表の行のメニュー",
  column: "表の列のメニュー",
  cell: "セルのメニュー",
  moreRows: "行を追加。ドラッグすると続けて追加",
  moreColumns: "列を追加。ドラッグすると続けて追加",
};
