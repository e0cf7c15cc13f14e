/** Korean: going along with somebody's caret. */
import type { Said } from "..";
import type { follow as english } from "../en/follow";

export const follow: Said<typeof english> = {
  follow: (name) => `${name} 님 따라가기`,
  following: ["지금 ", " 님을 따라가는 중입니다."],
  stop: "그만 따라가기",
};
