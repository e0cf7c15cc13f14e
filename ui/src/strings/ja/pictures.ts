/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "画像",
  pictureHint: "この端末から",
  file: "ファイル",
  fileHint: "PDFなど、保存してもらうファイル",
  group: "メディア",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "匿名",
    isPicture ? "さんが画像を追加しています" : "さんがファイルを追加しています",
  ],
  of: (sent: string, total: string) => `${sent} / ${total}`,
  waits: "順番を待っています",
  pauses: "接続が切れました。自動で再開します。",
  gone: (isPicture: boolean) =>
    isPicture ? "この画像は届きませんでした。" : "このファイルは届きませんでした。",
  away: "この画像はもうここにありません。",
  cancel: "キャンセル",
  again: "もう一度試す",
  remove: "取り除く",
  tooLarge: (size: string, most: string) => `このファイルは${size}です。${most}まで入ります。`,
  empty: "このファイルは空です。",
  heic: "このブラウザではHEIC画像を読めません。JPEGにするか、撮影したスマートフォンから送ってください。",
  unreadable: "ここではこの画像を読めません。JPEGかPNGにして送ってください。",
  refused: "今、このファイルはパッドに入れられません。",
  full: "大きく表示",
  keep: "この画像を保存",
  close: "閉じる",
  before: "前の画像",
  next: "次の画像",
  count: (at: number, all: number) => `${at} / ${all}`,
};
