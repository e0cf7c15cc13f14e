/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "所有人可编辑",
  everyoneHint: "只有主持人和你允许的人可以编辑。",
  menu: (name: string) => `${name} 的权限`,
  write: "允许编辑",
  read: "仅可阅读",
  pass: "把笔交给对方",
  passHint: "原来拿笔的人交出笔，主持人和你允许的人照常编辑。",
  asks: (name: string, time: string) => `${name} 申请编辑，已等了 ${time}`,
  makeHost: "设为主持人",
  takeHost: "取消主持人",
  hostHint: "有主持人链接的人仍能再成为主持人，直到你更换主持人链接。",
  showOut: "请出…",
  showOutHint: "须经你允许才能回来。",
  out: {
    title: (name: string) => `要请 ${name} 离开吗？`,
    body: (devices: number) =>
      `${devices > 1 ? `对方的 ${devices} 台设备` : "对方"}会立即离开，经你允许才能以原来的身份回来。` +
      "留着加入码的人可能换个身份再进来，更换链接就能避免。",
    address: "来自同一地址的新人须先敲门",
    now: "请出",
    keep: "让对方留下",
  },
  isOut: (name: string) => `${name} 已被请出。`,
  letIn: "允许回来",
};
