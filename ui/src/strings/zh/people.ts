/** Who is here. */
import type { Said } from "..";
import type { people as english } from "../en/people";
import { people as count } from "./numbers";

export const people: Said<typeof english> = {
  title: "在场的人",
  open: (n: number) => `${count(n)}在场`,
  you: "你",
  roles: { host: "主持人", edit: "编辑", view: "阅读" },
  named: (name: string, host: boolean) => (host ? `${name}（主持人）` : name),
  pencil: "拿着笔",
  devices: (n: number) => `${n} 台设备`,
  more: (n: number) => `+${n}`,
  change: "更改名字或颜色",
  device: "再用一台设备",
  nameless: "某人",
};
