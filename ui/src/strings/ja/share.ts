/** Letting others in. */
import type { Said } from "..";
import type { share as english } from "../en/share";
import { DEVICES, shortLeft } from "./numbers";

export const share: Said<typeof english> = {
  title: "招待する",
  write: "書き込める",
  read: "閲覧できる",
  mode: "入った人ができること",
  qr: (url: string) => `${url}のQRコード`,
  code: (code: string) => `コード ${code.split("").join(" ")}`,
  readHint: "読み取った人は閲覧だけでき、書き込めません。",
  readPin:
    "読み取った人は閲覧だけでき、書き込めません。PINが必要なのは、コードで入るときだけです。",
  proof: (device: string, ago: number) =>
    `${DEVICES[device] ?? "別の端末"}がつながりました（${shortLeft(ago)}前）`,
  blocked: "まだ、ほかの端末はこのアドレスを開いていません。考えられる原因：",
  noProof: "まだ、ほかの端末はこのアドレスを開いていません。",
  encrypted: "暗号化されています。ブラウザが一度警告します",
  compare:
    "このFadepadの証明書は、自身で作成したものです。警告の先へ進む前に、SHA‑256を見比べてください。" +
    "iPhoneとiPadは、この方法では参加できません。",
  pin: "とPIN",
  door: "新しい人",
  doors: {
    open: ["入れる", "新しい人は、コードかリンクで入れます。"],
    knock: ["ノック", "新しい人は、許可されるまで待ちます。"],
    closed: ["入れない", "新しい人は入れません。今いる人はそのままです。"],
  },
  pins: {
    none: {
      open: "コードがあれば、PINなしで入れます。",
      knock: "コードがあれば、PINなしでノックできます。",
      closed: "PINは設定されていません。",
    },
    asked: {
      open: "コードのほかに、PINも必要です。",
      knock: "コードのほかにPINを入れてから、ノックします。",
      closed: "PINが設定されています。",
    },
    set: "PINを設定",
    another: "PINを変更",
    away: "PINなし",
    done: "設定",
    leave: "やめる",
  },
  pinHint: "部屋にいる人に口頭で伝えてください。どこにも表示されません。",
  pinOdd: "PINは4〜64文字の英数字か記号です。",
  doorFailed: "できませんでした。少し待ってから、もう一度お試しください。",
  copy: "リンクをコピー",
  copied: "コピーしました",
  cantCopy: "このリンクをコピーしてください",
  network: (name: string) => `ネットワーク ${name}`,
  wall: "大画面に表示",
  textOnWalls: "大画面に本文も表示",
  textOnWallsHint: "ここにいる全員に知らされます。大画面を見る人は本文を読めます。",
  failed: "今はアドレスを表示できません。接続が戻ってから、もう一度お試しください。",
  loading: "アドレスを取得しています…",
  device: "自分の別の端末でも使う",
};
