/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "行のツール",
  tick: "チェックボックス",
  list: "リスト",
  heading: "見出し",
  bold: "太字",
  italic: "斜体",
  underline: "下線",
  strike: "取り消し線",
  code: "コード",
  mark: "蛍光ペン",
  link: "リンク",
  address: "リンク先のアドレス",
  example: "example.org",
  set: "決定",
  unlink: "リンクを外す",
  back: "戻る",
  noLink: "リンク先には、Webかメールのアドレス、または電話番号を入れてください。",
  indent: "字下げ",
  outdent: "字下げを戻す",
  undo: "元に戻す",
  picture: "画像",
  more: "その他の種類",
  done: "完了",
};
