/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going: "このパッドは別のパソコンで続きます。書く手を止めると、このページも移ります。",
  looking: "このパッドは別のパソコンで続きます。このページも移る途中です。",
  unreached: (at: string) =>
    `このパッドは ${at} で続きます。この端末はまだつながりません。このアドレスをブラウザに入力してください。` +
    "ここで書いたものは今も届いています。",
  go: "移動する",
  title: "このパッドは別の場所で続いています",
  there: (at: string) => `今は ${at} にあります。このページは自動で移ります。`,
  type: (at: string) =>
    `今は ${at} にありますが、この端末はまだつながりません。` +
    "そのパソコンと同じネットワークに入り、このアドレスをブラウザに入力してください。",
  erased: "元のパソコンの本文は消去されました。",
  words: "書いたものの一部が届きませんでした。このページには残っています。",
};
