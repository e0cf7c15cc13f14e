/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "这里暂时不能书写正文",
  body: "正文还在记事本里，下面是其中的文字。请复制一份，或再试一次。",
  copy: "复制正文",
  text: "正文中的文字",
  host:
    "如果一直这样，可以从这个页面最后一次正常显示的正文重新开始。" +
    "所有人的正文都会变成那一份，之后写的内容不再保留。",
  afresh: "从最后正常的正文重新开始",
};
