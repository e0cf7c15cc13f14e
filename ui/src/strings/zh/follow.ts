/** Chinese: going along with somebody's caret. */
import type { Said } from "..";
import type { follow as english } from "../en/follow";

export const follow: Said<typeof english> = {
  follow: (name) => `跟随 ${name}`,
  following: ["正在跟随 ", "。"],
  stop: "停止跟随",
};
