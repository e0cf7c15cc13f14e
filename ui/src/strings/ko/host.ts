/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " 사본을 챙길 시간은 없어요."
    : ` 모두 사본을 챙길 수 있어요. 시간은 ${long(lastCall)}이고, 모두 답하면 더 일찍 끝나요.`;
}

export const host: Said<typeof english> = {
  title: "이 컴퓨터의 패드",
  newPad: "새 패드",
  asking: "패드를 찾고 있어요…",
  empty: "열려 있는 패드가 없어요.",
  away: "Fadepad에 연결할 수 없어요. 지금 보이는 내용은 바뀌었을 수 있어요.",
  failed: "하지 못했어요. 잠시 후 다시 시도해 주세요.",
  nobody: "아무도 없음",
  elsewhere: "다른 곳에서 시작함",
  knocks: (n: number) => `${people(n)}이 들어오려고 해요`,
  letIn: "답하기",
  letInOne: (pad: string) => `‘${pad}’ 패드에 들어오려는 사람에게 답하기`,
  keep: "계속 두기",
  keepOne: (pad: string) => `계속 두기: ${pad}`,
  more: (pad: string) => `‘${pad}’ 패드 더 보기`,
  open: "열기",
  rename: "이름 바꾸기…",
  renameTitle: (pad: string) => `‘${pad}’ 이름 바꾸기`,
  renameLabel: "모두에게 보이는 이름",
  renameHint: "링크와 코드는 그대로예요. 비워 두면 원래 이름으로 보여요.",
  renameDone: "바꾸기",
  join: "다른 패드 참가",
  foot: (saves: boolean) =>
    saves
      ? "글은 메모리에 있고, 패드가 끝나면 여기에 파일로 남아요. Fadepad를 끄면 모든 패드가 끝나요."
      : "글은 메모리에만 있어요. Fadepad를 끄면 여기 있는 모든 패드가 끝나요.",
  endTitle: (pad: string) => `모두가 쓰는 ‘${pad}’ 패드를 끝낼까요?`,
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "지금 아무도 없어요." : `지금 ${people(n)}이 있어요.`}${offered(n, lastCall)} ` +
    `끝나면 글은 메모리에서도, 열려 있는 페이지에서도 지워져요${afterwards(saves)}` +
    (saves ? "" : " 사본을 남기려면 먼저 여세요."),
};
