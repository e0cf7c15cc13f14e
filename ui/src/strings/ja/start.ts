/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as freshEnglish, start as startEnglish } from "../en/start";
import { long, people } from "./numbers";

const waitOf = (wait: number | null) => long(wait === null ? 60 : Math.max(1, wait));

export const start: Said<typeof startEnglish> = {
  title: "Fadepad",
  lead: "大画面のコードを入力してください。",
  label: "コード",
  join: "参加",
  joining: "開いています…",
  notInAlphabet: (letters: string) =>
    `コードに${letters}は使われていません。Oと0、IとLと1、UとVは見間違えやすいためです。` +
    "大画面をもう一度ご確認ください。",
  unknown: "そのコードは見つかりません。コードはK7Q\u00a0PM3のような6文字です。",
  ended: "そのパッドは終了しました。",
  tooMany: (wait: number | null) =>
    `試した回数が多すぎます。${waitOf(wait)}待ってから、もう一度お試しください。`,
  notNow: (wait: number | null) =>
    `ホストは今、入室に応じられません。${waitOf(wait)}後に、もう一度お試しください。`,
  tryNow: "もう一度試せます。",
  closed: "そのパッドには今、新しい人は入れません。ホストに聞いてください。",
  pin: "PIN",
  pinNeeded: "このパッドにはPINも必要です。ホストに聞いてください。",
  pinWrong: "このパッドのPINと違います。もう一度確かめるか、ホストに聞いてください。",
  offline: "Fadepadにつながりません。この端末は同じネットワークにありますか？",
  newPad: "新しいパッド",
  near: "このネットワーク",
  nearOn: (host: string) => host,
  nearFading: "まもなく消えます",
  nearWaiting: "まだ誰もいません",
  nearPeople: people,
};

export const fresh: Said<typeof freshEnglish> = {
  title: "新しいパッド",
  lead: "誰かいる間は残ります。",
  lives: (ttl: number) => `誰かいる間と、その後${long(ttl)}残ります。`,
  unkept: "何も保存されません。",
  unread: (said: readonly string[]) =>
    `リンクの「${said.join("」「")}」は読み取れないため、そこは通常の設定になります。`,
  kept: "終了すると、ホストのパソコンにコピーが残ります。",
  label: "名前（なくてもかまいません）",
  hint: "英小文字、数字、-、_",
  create: "パッドを開く",
  withFile: "ファイルから始める…",
  beginsWith: (file: string) => `「${file}」から始まります。`,
  without: "ファイルを使わない",
  taken: "この名前のパッドがあります。別の名前にしてください。",
  hostOnly: "ここで新しいパッドを開けるのは、ホストだけです。",
  badName: "英小文字、数字、-、_で、64文字以内にしてください。",
};
