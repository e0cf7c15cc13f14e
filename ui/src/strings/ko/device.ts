/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "다른 기기에서도 쓰기",
  lead: (name: string) =>
    `그 기기로 스캔하거나 거기에서 링크를 여세요. 두 기기 모두 ${name} 님이고, 한 명으로 계산돼요.`,
  once: (minutes: number) =>
    `기기 한 대에서, ${inWords(minutes * 60)} 안에 쓸 수 있어요. 다른 사람에게는 보여 주지 마세요.`,
  over: "기한이 지난 링크예요. 아무것도 열리지 않았어요.",
  fresh: "새 링크 만들기",
  here: "다른 기기가 들어왔어요.",
  done: "완료",
  used: [
    "이미 사용한 링크예요",
    "10분 안에 기기 한 대를 내 것으로 등록하는 링크예요. 다음 링크는 글을 쓰는 기기의 참가자 목록에 있어요.",
  ],
};
