/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "重新开始…",
  title: "重新开始",
  what: "正文保留，删掉的内容彻底抹去。",
  whatOf:
    "记事本以你现在看到的正文继续。修改记录和所有删掉的内容都会抹去，加入码和链接也会更换。" +
    "在场的人会自动跟过来，被请出的人不会。",
  begin: "重新开始",
  keep: "暂不",
  away: "连接断开了，恢复后才能操作。",
  busy: "正在重新开始…",
  failed: "没有成功，请再试一次。",
};
