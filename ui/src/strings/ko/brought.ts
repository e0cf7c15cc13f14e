/** What a host reads of who brought what; fetched only then. */
import type { Said } from "..";
import type { brought as english } from "../en/brought";
import { short } from "./numbers";

export const brought: Said<typeof english> = {
  parts: (n: number) => `표시할 수 없는 부분 ${n}개를 넣었어요`,
  show: "보기",
  remove: "제거",
  of: (name: string) => `${name} 쪽에서 넣은 것`,
  sure: (n: number) => `${n}개를 모두의 화면에서 제거할까요?`,
  keep: "그대로 두기",
  removed: "모두의 화면에서 제거했어요.",
  bringBack: "되돌리기",
  fills: (percent: number) => `패드의 ${percent}%를 차지해요`,
  unseen: "대부분은 어느 페이지에도 보이지 않아요",
  hasLeft: "나갔어요",
  left: "나간 사람",
  nameless: "이름을 밝히지 않은 사람",
  unknown: "누구인지 모르는 사람",
  guessing: (wrong: number, ago: number) =>
    `누군가 코드를 맞혀 보고 있어요. 10분 동안 ${wrong}번 틀렸고, 마지막은 ${short(ago)} 전이에요. ` +
    "한동안은 다시 시도할 수 없고, 코드는 그대로예요.",
  readers: (n: number) => `프로그램 ${n}개가 글을 읽고 있어요`,
  more: (n: number) => `외 ${n}개`,
};
