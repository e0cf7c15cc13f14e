/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "移交",
  lead: "要带着这台电脑离开？请在房间里另一台装有 Fadepad 的电脑上运行：",
  copy: "复制命令",
  copied: "已复制，请在另一台电脑上运行。",
  cantCopy: "浏览器在这里不能复制。请选中命令，手动复制。",
  after:
    "正文、加入码、链接和时间都会一起过去，大家的页面会自动跟随，大屏也一样。" +
    "然后这台电脑上的内容会全部抹去，你就可以离开了。",
  secret: "有这条命令的人就是记事本的主持人，请不要给别人。",
};
