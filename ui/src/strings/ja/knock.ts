/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short } from "./numbers";

const called = (host: string | null) => (host === null ? "ホスト" : `${host}さん`);

export const knock: Said<typeof english> = {
  title: "ホストの許可を待っています",
  told: (host: string | null) =>
    `${called(host)}に知らせました。このページを開いたままにしてください。許可されると自動で進みます。`,
  seen: (host: string | null) => `${called(host)}にはこう見えます`,
  change: "変更",
  leave: "待つのをやめる",
  fine: "本文はまだこの端末に届いていません。",
  notNow: (host: string | null) => `${called(host)}は今、入室に応じられません`,
  later: "しばらくすると、またノックできます。",
  again: "もう一度ノック",
  againIn: (s: number) => `あと${short(s)}でノックできます`,
  door: "ドアの前",
  somebody: "匿名",
  wants: { edit: "さんが入室を希望しています", view: "さんが閲覧のため入室を希望しています" },
  wasOut: "以前、退室してもらった人です",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "端末"} · ${way === "code" ? "コード" : "リンク"}から · ${short(ago)}前`,
  more: (n: number) => `ほか${n}人`,
  less: "たたむ",
  elsewhere: (pad: string, n: number) => `${people(n)}が「${pad}」への入室を希望しています。`,
  goThere: "移動する",
  notYet: "今はまだ",
  letIn: "入室を許可",
};
