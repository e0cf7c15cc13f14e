/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type * as english from "../en/pad";

export const pad: Said<typeof english.pad> = {
  share: "分享",
  more: "更多",
  fullEditor: "完整编辑",
  companion: "简洁视图",
  opening: "正在打开记事本…",
  editor: (pad: string) => `${pad} 的正文`,
  placeholder: "输入“/”添加标题、列表、表格…",
  emptyPlaceholder: "写点什么吧，在场的人都能看到。",
  misfit: "这部分内容无法在这里显示",
  misfitInLine: "无法在这里显示",
  misfitStays: "它仍在记事本里，每份副本都带着它。",
  misfitRemove: "移除",
  misfitCopy: "（一处无法显示的内容）",
  saves: ["记事本结束时，主持人的电脑会", "留一份副本", "。"],
  readOnly: "你可以在这里阅读。",
  isOff: "你可以在这里阅读，编辑已关闭。",
  mayNow: {
    edit: "你现在可以编辑了。",
    host: "你现在是这个记事本的主持人。",
    noHost: "你不再是这个记事本的主持人。",
  },
  tooMuch: "这超出了记事本的容量，没有粘贴任何内容。",
  noFiles: "其他网页的图片带不进来，请从这台设备添加。",
  noWay: "连接断开了，请稍后再试。",
  notConnected: "没有连接。请接着写，稍后会发送。",
  notInYet: "没有连接。Fadepad 一有回应，记事本就会打开。",
  notConnectedReading: "没有连接。恢复后，就能看到别人写的内容。",
  blocked: "这个网络能显示页面，但写的内容发不出去。请向主持人要另一种加入方式。",
  blockedReading: "这个网络能显示页面，但看不到别人写的内容。请向主持人要另一种加入方式。",
  staysHere: (time: string) => `你从 ${time} 起写的内容只在这个页面里。`,
  waits: (time: string) => `你从 ${time} 起写的内容先留在这个页面里。`,
  allSent: "你之前写的内容都已送达。",
  full: "这个记事本现在满了，一有空位你就能进来。",
  held: (time: string) => [`你从 ${time} 起输入的内容`, "发不出去", "，别人看不到。"],
  left: (time: string, isTooMuch: boolean) => [
    `你从 ${time} 起输入的内容，有一部分`,
    isTooMuch ? "超出了记事本的容量" : "无法保存在这个记事本里",
    "，已经不在正文中。",
  ],
  takenOut: (time: string) => [
    `你从 ${time} 起输入的内容，所在的那一行`,
    "已被人删除",
    "，它们已经不在正文中。",
  ],
  begunAfresh: () => [
    "主持人让这个记事本重新开始了。你最后写的内容",
    "没有带过来",
    "，已经不在正文中，请复制下来。",
  ],
  tooLate: (time: string) => [
    `编辑已关闭。你从 ${time} 起写的内容`,
    "没有收下",
    "，已经不在正文中，请复制下来。",
  ],
  takenBack: (time: string, isTooMuch: boolean) => [
    `你在 ${time} 做的改动`,
    isTooMuch ? "超出了记事本的容量" : "无法保存在这个记事本里",
    "，已经撤回。",
  ],
  guessing: (wrong: number) =>
    `有人在试加入码：十分钟内错了 ${wrong} 次。对方须等待一段时间，加入码不变。`,
  filling: (name: string) => `${name} 放进来的内容已到一个人的上限，记事本不再收下更多。`,
  copyWords: "复制我写的内容",
  wordsCopied: "你写的内容已复制",
  openAgain: "重新打开记事本",
  ending: (left: string) => `${left}后，这个记事本就会结束。`,
  takeCopy: "留一份副本",
  done: "完成",
  fold: "展开或收起内容",
  language: "这段代码的语言",
  missing: {
    image: "没有地址的图片",
    video: "没有地址的视频",
    audio: "没有地址的音频",
    file: "没有地址的文件",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof english.decided> = {
  writing: (host: string | null, on: boolean) => {
    const turned = on ? "开启" : "关闭";
    return host ? `${host} ${turned}了编辑。` : `编辑已${turned}。`;
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} 允许 ${name} 编辑。` : `${name} 现在可以编辑。`,
    view: (host: string | null, name: string) =>
      host ? `${host} 将 ${name} 设为仅可阅读。` : `${name} 现在仅可阅读。`,
    host: (host: string | null, name: string) =>
      host ? `${host} 将 ${name} 设为主持人。` : `${name} 现在是主持人。`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} 打开了门。` : "门已打开。"),
    knock: (host: string | null) =>
      host ? `${host} 要求新来的人先敲门。` : "新来的人现在要先敲门。",
    closed: (host: string | null) =>
      host ? `${host} 关上了门，新来的人进不来。` : "新来的人现在进不来。",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} 取消了 PIN。` : "PIN 已取消。";
    return host ? `${host} 设置了 PIN，光有加入码进不来。` : "现在需要 PIN。";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} 把笔交给了 ${name}。` : `现在 ${name} 拿着笔。`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "编辑", view: "阅读", host: "主持人" }[of];
    return host ? `${host} 更换了${which}链接。` : `${which}链接已更换。`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} 请出了 ${name}。` : `${name} 已被请出。`,
  refused: {
    notHost: "没有执行：只有用主持人链接进来的人才能决定。",
    oneself: "没有执行：主持人不能取消自己的权限。",
    tooFast: "没有更换链接：每分钟最多十次。",
    nobody: "对方已经不在了。",
    tooMany: "没有执行：被请出或单独设了权限的人太多。",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof english.hands> = {
  ask: "申请编辑",
  asked: "你可以在这里阅读。主持人能看到你在申请编辑。",
  askNoMore: "取消申请",
  asking: (name: string, more: number) =>
    more === 0 ? `${name} 申请编辑。` : `${name} 和另外 ${more} 人申请编辑。`,
  answer: "答复",
};

export const templates: Said<typeof english.templates> = {
  label: "用模板开始",
  agenda: "议程",
  goal: "目标",
  topics: "议题",
  next: "下一步",
  minutes: "会议纪要",
  present: "与会者",
  decisions: "决定",
  todo: "待办",
  open: "待定事项",
  retro: "复盘",
  well: "做得好的",
  hard: "遇到的困难",
  tried: "接下来试试",
};

export const thumb: Said<typeof english.thumb> = {
  label: "书写",
  line: "行",
  tick: "勾选框",
  list: "列表",
  heading: "标题",
  photo: "照片",
  undo: "撤销",
};

export const more: Said<typeof english.more> = {
  theme: "外观",
  language: "语言",
  system: "跟随系统",
  light: "浅色",
  dark: "深色",
  people: "成员",
  outline: "大纲",
  find: "查找…",
  copy: "复制为 Markdown",
  copied: "正文已复制",
  take: "带走…",
  bring: "带进来…",
  kept: "文件已保存",
  keptWithout: "文件已保存。有些图片或文件没能取得，不在其中。",
  licenses: "许可",
  leave: "离开",
  end: "立即结束…",
  handOver: "移交…",
  newPad: "新建记事本…",
  pads: "这台电脑上的记事本",
};
