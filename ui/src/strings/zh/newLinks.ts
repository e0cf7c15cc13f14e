/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "编辑", view: "阅读", host: "主持人" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "更换链接…",
  title: "更换链接",
  what: "之前发出的链接不再有效。",
  which: "更换哪些链接",
  of: { edit: "编辑", view: "阅读", host: "主持人" },
  whatOf: {
    edit: "用旧链接或旧加入码进来的人，都要重新扫码。加入码也会更换，这里和大屏上一起更新。",
    view: "用旧的阅读链接进来的人，都需要新链接。加入码不变。",
    host:
      "用主持人链接主持的人，都需要新链接；你自己，以及你在列表里设为主持人的人除外。" +
      "新链接就在这个页面的地址里。",
  },
  closed: "门关着：你开门之前，他们都不能再进来。",
  make: "更换",
  keep: "不更换",
  away: "连接断开了，恢复后才能操作。",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} 更换了${WHAT[role]}链接，旧的不再有效。`
      : `${WHAT[role]}链接已更换，旧的不再有效。`,
};
