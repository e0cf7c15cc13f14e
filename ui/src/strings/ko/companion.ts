/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "패드에 덧붙이기",
  line: "한 줄 덧붙이기",
  send: "이 줄 보내기",
  where: (name: string) => `${name} 이름으로 맨 끝에 추가`,
  later: (name: string) => `다시 연결되면 ${name} 이름으로 보내요`,
  away: "글을 아직 받지 못했어요. 잠시 후 다시 시도해 주세요.",
  unsent: "보내지 못했어요. 지금은 읽기만 할 수 있어요",
  photo: "사진",
  tick: "체크",
  undo: "되돌리기",
  follow: "따라가기",
  boxes: "이 패드의 체크 상자",
  noBoxes: "이 패드에는 아직 체크 상자가 없어요.",
  noWords: "(내용 없음)",
};
