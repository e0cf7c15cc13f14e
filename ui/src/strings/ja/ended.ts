/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as endedEnglish, left as leftEnglish } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof leftEnglish> = {
  title: "退室しました",
  body: "このページにはもう本文がありません。パッドがあるうちは、いつでも戻れます。",
  back: "パッドに戻る",
};

export const ended: Said<typeof endedEnglish> = {
  title: "このパッドは消えました",
  faded: (time: string, ttl: number) =>
    `最後の人が退室してから${inWords(ttl)}後の、${time}に終了しました。`,
  fadedPlain: "最後の人が退室して、しばらくしてから終了しました。",
  host: (time: string) => `ホストが${time}に終了しました。`,
  hostPlain: "ホストが終了しました。",
  stop: (time: string) => `ホストのパソコンでプログラムが停止し、${time}に終了しました。`,
  stopPlain: "ホストのパソコンでプログラムが停止し、終了しました。",
  announced: (time: string) => `ホストが決めたとおり、${time}に終了しました。`,
  announcedPlain: "ホストが決めた時刻に終了しました。",
  maxLifetime: (time: string) => `最長の時間に達し、${time}に終了しました。`,
  afresh: (time: string) =>
    `ホストが${time}に仕切り直しました。パッドは続いています。` +
    "コードをもう一度読み取るか、新しいリンクをもらってください。",
  afreshPlain:
    "ホストが仕切り直しました。パッドは続いています。" +
    "コードをもう一度読み取るか、新しいリンクをもらってください。",
  handedOn: (time: string) => `${time}から、別のパソコンで続いています。`,
  handedOnPlain: "別のパソコンで続いています。",
  at: (time: string) => `${time}に終了しました。`,
  plain: "本文はメモリから消去され、Fadepadでは元に戻せません。",
  slept: "そのとき、この端末はつながっていませんでした。終了後には何も送られていません。",
  held: "手元にコピーがあります",
  heldLead: "このページには、最後に表示した本文が残っています。ページを閉じると消えます。",
  anew: "これで新しいパッドを始める",
  anewFailed: "新しいパッドを開けませんでした。コピーはここに残っています。",
  keep: "ファイルに保存",
  page: "Webページとして保存",
  forget: "破棄する",
  dropped: "このページにはもう本文がありません。",
  receipt: "終了の記録",
  erased: "メモリから消去",
  told: "知らせた人数",
  copies: "ブラウザが破棄したコピー",
  files: "終了時に保存したファイル",
  filesKept: (n: number) => `ホストのパソコンに${n}個`,
  honest: "開いていた人が、コピーを残しているかもしれません。",
  nobody: "誰もいませんでした",
  nOf: (n: number, of: number) => `${n} / ${of}`,
  stands:
    "コードは今も使えます。誰かが読み取ると新しい空のパッドが始まり、このページもそこへ移ります。",
  again: (pad: string) => `「${pad}」がまた始まりました。中は空です。`,
  goThere: "移動する",
  newPad: "新しいパッド",
  start: "別のコードを入力",
};
