/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as lifeEnglish, steer as steerEnglish } from "../en/life";
import { afterwards } from "./ending";
import { long, short } from "./numbers";

export const life: Said<typeof lifeEnglish> = {
  label: "このパッドが残る時間",
  title: "このパッドが残る時間",
  alive: (ttl: number) => `誰かいる間は残り、その後${short(ttl)}`,
  alivePhone: "誰かいる間は残ります",
  until: (time: string) => `${time}まで残ります`,
  kept: "ホストが終了するまで残ります",
  ends: (left: string) => `あと${left}で終了`,
  fades: (left: string) => `あと${left}で消えます`,
  connecting: "開いています…",
  lost: "再接続しています…",
  ended: "終了",
  what: (ttl: number, saves: boolean) =>
    `最後の人が退室した後、本文は${long(ttl)}残ります。` +
    `その後、メモリから消去されます${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `人がいてもいなくても、パッドは${time}まで残ります。` +
    `その後、本文はメモリから消去されます${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "誰もいなくても、ホストが変更するまで、パッドは残ります。" +
    `ただし${hardEnd ? `${hardEnd}には` : "最長の時間に達すると"}終了します。その前に、ここにいる全員に知らせます。`,
  hard: (time: string) => `人がいても、${time}に終了します。`,
  where: (saves: boolean) =>
    "本文は、このパッドを共有しているパソコンのメモリと、表示中のページにあります。" +
    (saves
      ? "Fadepadがディスクに書き込むのは、パッドが終了するときだけです。"
      : "Fadepadはディスクに書き込みません。"),
  whoDecides: "残る時間はホストが決めます。変更はここにいる全員にすぐ表示されます。",
  saved: "書いたものはすべて届いています。",
  sending: "書いたものを送っています…",
  held: "最後に書いたものが送れず、このページにだけあります。",
  waiting: "書いたものは、接続が戻るまでこのページで待っています。",
  reading: "ここでは閲覧できます。",
};

export const steer: Said<typeof steerEnglish> = {
  detour: "このネットワークではリアルタイムの接続ができません。少し遅れますが、すべて届きます。",
  label: "このパッドの残し方",
  fade: "使う間だけ",
  until: "時刻まで",
  keep: "終了するまで",
  graces: "最後の人が退室した後",
  grace: (ttl: number) => `最後の人が退室した後${long(ttl)}`,
  time: "残す時刻",
  set: "決定",
  untilHint: "人がいても、その時刻に終了します。",
  tomorrow: "明日の時刻です。",
  tooLate: (hardEnd: string | null) =>
    "このパッドが残せる時間を過ぎています。" +
    `${hardEnd ? `${hardEnd}まで` : "できるだけ長く"}残し、終了する前に全員に知らせます。`,
  keepHint: (hardEnd: string | null) =>
    "全員が退室しても残ります。" +
    `ただし${hardEnd ? `${hardEnd}には` : "最長の時間に達すると"}終了します。`,
};
