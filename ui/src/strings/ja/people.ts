/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "参加者",
  open: (n: number) => `${count(n)}参加中`,
  you: "自分",
  roles: { host: "ホスト", edit: "書き込み", view: "閲覧" },
  named: (name: string, host: boolean) => (host ? `${name}（ホスト）` : name),
  pencil: "ペンを持っています",
  devices: (n: number) => `端末${n}台`,
  more: (n: number) => `+${n}`,
  change: "名前か色を変更",
  device: "別の端末でも使う",
  nameless: "匿名",
};
