/** Who knocks, and who lets them in; fetched only then. */
import type { Said } from "..";
import type { knock as english } from "../en/knock";
import { DEVICES, people, short } from "./numbers";

export const knock: Said<typeof english> = {
  title: "等主持人让你进来",
  told: (host: string | null) =>
    `已告知${host === null ? "主持人" : ` ${host}`}，请不要关闭这个页面，稍后会自动继续。`,
  seen: (host: string | null) => (host === null ? "主持人会这样看到你" : `${host} 会这样看到你`),
  change: "更改",
  leave: "不等了",
  fine: "正文还没有到这台设备上。",
  notNow: (host: string | null) =>
    host === null ? "主持人现在不能让你进来" : `${host} 现在不能让你进来`,
  later: "过一会儿可以再敲门。",
  again: "再敲一次门",
  againIn: (s: number) => `${short(s)}后可以再敲门`,
  door: "门口",
  somebody: "有人",
  wants: { edit: "想进来", view: "想进来阅读" },
  wasOut: "之前被请出过",
  how: (device: string, way: "code" | "link", ago: number) =>
    `${DEVICES[device] ?? "设备"} · 用${way === "code" ? "加入码" : "链接"} · ${short(ago)}前`,
  more: (n: number) => `还有 ${n} 人`,
  less: "收起",
  elsewhere: (pad: string, n: number) => `${people(n)}想进入 ${pad}。`,
  goThere: "前往",
  notYet: "暂不",
  letIn: "让进来",
};
