/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "全員が書き込める",
  everyoneHint: "書き込めるのは、ホストと許可された人だけです。",
  menu: (name: string) => `${name}さんができること`,
  write: "書き込みを許可",
  read: "閲覧のみ",
  pass: "ペンを渡す",
  passHint: "今持っている人から移ります。ホストと許可された人は、そのまま書けます。",
  asks: (name: string, time: string) => `${name}さんが書き込みを希望しています（${time}前から）`,
  makeHost: "ホストにする",
  takeHost: "ホストから外す",
  hostHint: "ホスト用リンクを新しくするまでは、前のリンクで誰でもまたホストになれます。",
  showOut: "退室してもらう…",
  showOutHint: "許可するまで戻れません。",
  out: {
    title: (name: string) => `${name}さんに退室してもらいますか？`,
    body: (devices: number) =>
      `${devices > 1 ? `${devices}台の端末すべてで、` : ""}すぐに退室となります。同じ人として戻るには、許可が必要です。` +
      "コードを控えていれば別の人として入れますが、リンクを新しくすると入れなくなります。",
    address: "同じアドレスから来る新しい人には、ノックしてもらう",
    now: "退室してもらう",
    keep: "そのままにする",
  },
  isOut: (name: string) => `${name}さんに退室してもらいました。`,
  letIn: "再入室を許可",
};
