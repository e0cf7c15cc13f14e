/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "別の端末でも使う",
  lead: (name: string) =>
    `その端末で読み取るか、リンクを開いてください。どちらの端末でも${name}さんとして、1人に数えます。`,
  once: (minutes: number) =>
    `${inWords(minutes * 60)}以内に、1台でだけ使えます。ほかの人には見せないでください。`,
  over: "このリンクは期限切れです。何も開かれていません。",
  fresh: "新しいリンクを作る",
  here: "別の端末がつながりました。",
  done: "完了",
  used: [
    "このリンクは使用済みです",
    "10分以内に1台を自分の端末にするためのリンクです。次のリンクは、書いている端末の参加者一覧にあります。",
  ],
};
