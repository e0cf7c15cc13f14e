/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "今ここでは本文に書き込めません",
  body: "本文はパッドに残っています。その内容を下に示します。コピーを取るか、もう一度お試しください。",
  copy: "本文をコピー",
  text: "本文の文字",
  host:
    "この状態が続くときは、このページで最後に正しく表示された本文からやり直せます。" +
    "全員の本文がそれになり、その後に書かれたものは失われます。",
  afresh: "最後に正しかった本文からやり直す",
};
