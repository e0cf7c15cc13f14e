/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, shortLeft } from "./numbers";

const stored = (saves: boolean): string =>
  saves ? "ホストにコピーが残ります。" : "何も保存されません。";

export const wall: Said<typeof english> = {
  scan: "QRコードを読み取るか、次を入力",
  scanRead: "QRコードを読み取ると閲覧できます",
  after: "続いて、QRコードを読み取るか、次を入力",
  afterRead: "続いて、QRコードを読み取ると閲覧できます",
  here: (name: string) => `${name}さんが来ました`,
  isHere: "さんが来ました",
  asks: "さんが書き込みを希望しています",
  ask: (n: number) => `${n}人が書き込みを希望：`,
  nobody: "まだ誰もいません。",
  alive: (ttl: number, saves: boolean) => `誰かいる間は残り、その後${long(ttl)}。${stored(saves)}`,
  stored,
  blocked:
    "このネットワークでは大画面は表示されますが、誰がいるかわかりません。別の方法で開いてください。",
  fading: (left: number) =>
    `誰もいません。このパッドは、あと${left < 60 ? long(left) : shortLeft(left)}で消えます。`,
  knocks: (n: number) => `${n}人が入室を待っています`,
  letsIn: "ホストが入室を許可します。",
  pin: "と、PIN（ホストに聞いてください）",
  knockFirst: "新しい人はノックし、ホストの許可を待ちます。",
  closed: "ドアが閉まっています。新しい人は今入れません。",
  tools: "大画面",
  /** A button that is pressed while it is shown. */
  text: "本文",
  theText: "本文",
  headings: "見出し",
  empty: "まだ何も書かれていません。",
  /** Whom it follows. */
  shows: (name: string) => `${name} さんが表示中`,
  /** To everyone who writes. */
  told: "本文が大画面に表示されています。部屋にいる全員が読めます。",
  toldNoMore: "本文は大画面に表示されなくなりました。",
  full: "全画面",
  light: "ライト",
  dark: "ダーク",
  wifi: "Wi-Fi…",
  wifiTitle: "Wi-FiのQRコードも表示",
  wifiLead:
    "先に読み取ると、同じネットワークに入れます。このページにだけ残り、ページを閉じると消えます。",
  wifiName: "ネットワーク名",
  wifiPassword: "パスワード（あれば）",
  wifiShow: "表示",
  wifiHide: "表示をやめる",
  wifiQr: (name: string) => `Wi-Fi「${name}」のQRコード`,
  wifiFirst: "まずWi-Fi",
};
