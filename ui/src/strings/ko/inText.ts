/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt와 F10을 누르면 도구로, Shift와 F10을 누르면 줄 메뉴로 가요. 표에서는 행과 열 메뉴도 있어요. " +
    "Escape를 누른 다음 Tab을 누르면 글에서 나가요.",
  callouts: {
    note: "참고",
    tip: "도움말",
    important: "중요",
    warning: "경고",
    caution: "주의",
  },
  colour: "색",
  grey: "회색",
};
