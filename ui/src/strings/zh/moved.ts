/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going: "这个记事本转到另一台电脑上继续。你一停笔，这个页面就会跟过去。",
  looking: "这个记事本转到另一台电脑上继续。这个页面正在过去。",
  unreached: (at: string) =>
    `这个记事本在 ${at} 上继续。这台设备还到不了那里，请在浏览器中输入这个地址。你在这里写的内容仍会送达。`,
  go: "前往",
  title: "这个记事本换了地方",
  there: (at: string) => `它现在在 ${at}，这个页面会自动过去。`,
  type: (at: string) =>
    `它现在在 ${at}，这台设备还到不了那里。请加入那台电脑所在的网络，并在浏览器中输入这个地址。`,
  erased: "原来那台电脑上的文字已抹去。",
  words: "你写的内容有一部分没能送达，还在这个页面里。",
};
