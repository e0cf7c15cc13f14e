/** Korean: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "누가 무엇을 썼는지",
  hide: "누가 썼는지 숨기기",
  showing: "누가 무엇을 썼는지 표시 중",
  close: "숨기기",
  authors: "여기에 쓴 사람",
  only: (name) => `${name} 님이 쓴 것만`,
  wrote: (names) => `쓴 사람: ${names.join(", ")}`,
  since: (time) => `자리를 비운 뒤, ${time}`,
  nameless: "이름 없음",
  unknown: "알 수 없음",
  why: "가져온 것이거나 서버가 시작되기 전의 것입니다. 누가 썼는지 여기서는 아무도 모릅니다.",
  nothing: "아직 아무것도 쓰지 않았습니다",
};
