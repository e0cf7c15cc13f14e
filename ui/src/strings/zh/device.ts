/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "再用一台设备",
  lead: (name: string) => `用那台设备扫码，或在上面打开链接。两边都是 ${name}，只算一个人。`,
  once: (minutes: number) => `只供一台设备使用，${inWords(minutes * 60)}内有效。请不要给别人看。`,
  over: "这个链接过期了，没有打开任何内容。",
  fresh: "生成新链接",
  here: "你的另一台设备到了。",
  done: "完成",
  used: [
    "这个链接已经用过了",
    "它能在十分钟内添加你的一台设备。需要新的链接，请在你正在书写的设备上打开成员列表。",
  ],
};
