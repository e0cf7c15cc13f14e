/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as endedEnglish, left as leftEnglish } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof leftEnglish> = {
  title: "你已离开",
  body: "这个页面不再留有任何文字。只要记事本还在，你就可以回来。",
  back: "回到记事本",
};

export const ended: Said<typeof endedEnglish> = {
  title: "这个记事本已消失",
  faded: (time: string, ttl: number) => `最后一人离开后过了 ${inWords(ttl)}，它在 ${time} 结束了。`,
  fadedPlain: "最后一人离开一段时间后，它结束了。",
  host: (time: string) => `主持人在 ${time} 结束了它。`,
  hostPlain: "主持人结束了它。",
  stop: (time: string) => `主持人电脑上的程序停止运行，它在 ${time} 结束了。`,
  stopPlain: "主持人电脑上的程序停止运行，它结束了。",
  announced: (time: string) => `按主持人的设定，它在 ${time} 结束了。`,
  announcedPlain: "它在主持人设定的时间结束了。",
  maxLifetime: (time: string) => `已到最长保留时间，它在 ${time} 结束了。`,
  afresh: (time: string) =>
    `主持人在 ${time} 让它重新开始了。记事本还在继续：请重新扫码，或索取新链接。`,
  afreshPlain: "主持人让它重新开始了。记事本还在继续：请重新扫码，或索取新链接。",
  handedOn: (time: string) => `从 ${time} 起，它在另一台电脑上继续。`,
  handedOnPlain: "它在另一台电脑上继续。",
  at: (time: string) => `它在 ${time} 结束了。`,
  plain: "文字已从内存中清除，Fadepad 无法找回。",
  slept: "当时这台设备不在线。结束之后，没有再发送任何内容。",
  held: "你手里还有一份",
  heldLead: "这个页面还留着你最后看到的文字，关闭页面就没有了。",
  anew: "用它新建记事本",
  anewFailed: "新记事本没能打开，你的这一份还在。",
  keep: "保存文件",
  page: "保存为网页",
  forget: "不要了",
  dropped: "这个页面不再留有任何文字。",
  receipt: "结束记录",
  erased: "从内存中清除",
  told: "通知到的人",
  copies: "浏览器丢弃的副本",
  files: "结束时保存的文件",
  filesKept: (n: number) => `${n} 个，在主持人的电脑上`,
  honest: "打开过它的人可能自己留有副本。",
  nobody: "当时没有人在",
  nOf: (n: number, of: number) => `${n} / ${of}`,
  stands: "加入码仍然有效：有人扫码，就会开始一个新的空白记事本，这个页面也会过去。",
  again: (pad: string) => `${pad} 又打开了，里面是空的。`,
  goThere: "前往",
  newPad: "新建记事本",
  start: "输入其他加入码",
};
