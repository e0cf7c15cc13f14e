/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as callEnglish, end as endEnglish } from "../en/ending";
import { long, people } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves ? "。主持人的电脑会把一份副本存为文件。" : "，Fadepad 也无法找回。";

const after = (saves: boolean): string =>
  saves ? "之后，主持人的电脑里会有一份副本。" : "之后，Fadepad 也无法找回。";

export const end: Said<typeof endEnglish> = {
  title: "要为所有人结束这个记事本吗？",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `现在有 ${people(n)}在，每个人` : "现在没有其他人在，随后来的人"}` +
    `都可以留一份副本：限时 ${long(seconds)}，所有人都答复就提前结束，其间你还可以取消。` +
    `然后，文字会从内存和显示它的页面中清除${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `现在有 ${people(n)}在，不会提示他们留副本` : "现在没有其他人在"}：` +
    `文字会立即从内存和显示它的页面中清除${afterwards(saves)}`,
  copy: "先保存一份 Markdown 文件",
  confirm: "我要结束它",
  now: "立即结束",
  stay: "暂不",
  failed: "没有连接，恢复后才能结束记事本。",
};

export const call: Said<typeof callEnglish> = {
  title: {
    soon: "这个记事本即将结束",
    leaving: "这里只剩你了",
    unsent: "还有内容没有送达",
  },
  ends: (name: string) => `${name} 要结束这个记事本`,
  youEnd: "你要结束这个记事本",
  why: {
    host: "主持人要结束这个记事本",
    stop: "记事本所在的电脑要停止运行",
    announced: "按主持人的设定，记事本现在结束",
    max_lifetime: "记事本已到最长保留时间",
  },
  lead: "之后文字就没有了。需要的话，请留一份副本。",
  leadKept: "之后这里的文字会清除，主持人的电脑会留一份副本。需要的话，你也留一份。",
  seconds: () => "秒",
  minutes: "分钟",
  copied: "已复制，可以粘贴到任何地方",
  file: "保存文件",
  fileHint: "Word、网页、胶囊等",
  fileForm: "保存为哪种文件？",
  forms: { markdown: "Markdown", docx: "Word", page: "网页", capsule: "胶囊" },
  fileKept: "已保存，在你的下载内容里",
  none: "我不需要",
  noneHint: "这台设备上什么也不留",
  fadeHint: "所有人答复后，很快就结束",
  another: "再要一分钟",
  anotherGiven: "大家又有了一分钟。",
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "没有其他人需要答复，马上就结束。";
    if (of === 1) {
      const one = asked ? "你" : "对方";
      return n === of ? `${one}已答复，马上就结束。` : `${one}答复后，很快就结束。`;
    }
    if (n === of) return "所有人都已答复，马上就结束。";
    return `${n === 0 ? `${of} 人都还没有答复` : `${of} 人中有 ${n} 人已答复`}。所有人答复后，很快就结束。`;
  },
  back: "回到正文",
  soon: (time: string) => `它会在 ${time} 结束，有人在也一样。需要文字的话，请留一份副本。`,
  leaving: (ttl: number, saves: boolean) =>
    `你离开后，这个记事本再过 ${long(ttl)}消失。${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `你离开后，这个记事本保留到 ${time}。${after(saves)}`,
  leavingKept: "你离开后，这个记事本会一直保留，直到主持人结束它，或到最长保留时间为止。",
  unsent: (time: string) => `你从 ${time} 起写的内容只在这个页面里，现在离开就会丢失。`,
  leftOut: (time: string) =>
    `你从 ${time} 起写的内容，有一部分没有进入记事本，只在这个页面里，现在离开就会丢失。` +
    "请从正文上方的提示里复制。",
  copy: "复制正文",
  copyHint: "Markdown 格式，可粘贴到任何地方",
  keep: "保存 Markdown 文件",
  keepHint: "纯文本，适合笔记和工单",
  page: "保存为网页",
  pageHint: "任何浏览器都能打开，不需要网络",
  others: "其他格式…",
  othersHint: "Word、PDF，或能接着写的胶囊",
  letFade: "让它消失",
  goOn: "回到正文",
  stop: "继续保留",
  stopped: "这个记事本会继续。",
  stay: "留下",
  leave: "仍要离开",
  foot: (pad: string, when: string) => `${pad}，${when} 保存自 Fadepad。`,
};
