/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "키보드 단축키",
  page: "페이지",
  lines: "줄(한 줄 또는 선택한 모든 줄)",
  typed: "줄 맨 앞에 입력",
  sheet: "이 목록",
  redo: "다시 실행",
  tick: "상자에 체크",
  breaks: "같은 블록에서 줄 바꿈",
  leave: "본문에서 나가기",
};
