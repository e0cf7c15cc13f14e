/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? "不会提示任何人留副本。"
    : `每个人都可以留一份副本：限时 ${long(lastCall)}，所有人都答复就提前结束。`;
}

export const host: Said<typeof english> = {
  title: "这台电脑上的记事本",
  newPad: "新建记事本",
  asking: "正在查找你的记事本…",
  empty: "这里没有打开的记事本。",
  away: "无法连接 Fadepad。这里显示的内容可能已有变化。",
  failed: "没有成功，请稍后再试。",
  nobody: "没有人在",
  elsewhere: "在别处开始",
  knocks: (n: number) => `${people(n)}想进来`,
  letIn: "答复",
  letInOne: (pad: string) => `答复想进入 ${pad} 的人`,
  keep: "继续保留",
  keepOne: (pad: string) => `继续保留：${pad}`,
  more: (pad: string) => `${pad} 的更多操作`,
  open: "打开",
  rename: "重命名…",
  renameTitle: (pad: string) => `重命名 ${pad}`,
  renameLabel: "大家看到的名称",
  renameHint: "链接和加入码不变。留空就显示原来的名称。",
  renameDone: "重命名",
  join: "加入其他记事本",
  foot: (saves: boolean) =>
    saves
      ? "文字保存在内存中，记事本结束后存为这里的文件。退出 Fadepad，所有记事本都会结束。"
      : "文字只保存在内存中。退出 Fadepad，这里的记事本都会结束。",
  endTitle: (pad: string) => `要为所有人结束 ${pad} 吗？`,
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "现在没有人在。" : `现在有 ${people(n)}在。`}${offered(n, lastCall)}` +
    `结束后，文字会从内存和显示它的页面中清除${afterwards(saves)}` +
    (saves ? "" : "想自己留一份，请先打开它。"),
};
