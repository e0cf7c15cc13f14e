/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "모두 쓸 수 있음",
  everyoneHint: "호스트와 허용된 사람만 쓸 수 있어요.",
  menu: (name: string) => `${name} 님의 권한`,
  write: "쓰기 허용",
  read: "읽기만",
  pass: "펜 건네기",
  passHint: "지금 펜을 든 사람에게서 옮겨 와요. 호스트와 허용된 사람은 계속 쓸 수 있어요.",
  asks: (name: string, time: string) => `${name} 님이 ${time} 전부터 쓰기를 요청하고 있어요`,
  makeHost: "호스트로 지정",
  takeHost: "호스트에서 해제",
  hostHint: "호스트 링크를 새로 만들기 전에는, 그 링크로 누구나 다시 호스트가 될 수 있어요.",
  showOut: "내보내기…",
  showOutHint: "다시 허용해야 들어올 수 있어요.",
  out: {
    title: (name: string) => `${name} 님을 내보낼까요?`,
    body: (devices: number) =>
      `${devices > 1 ? `기기 ${devices}대에서 모두 ` : ""}바로 나가게 돼요. 같은 사람으로 돌아오려면 다시 허용해야 해요. ` +
      "코드를 알고 있다면 새 사람으로 들어올 수 있지만, 링크를 새로 만들면 막을 수 있어요.",
    address: "같은 주소에서 새로 오는 사람은 노크해야 해요",
    now: "내보내기",
    keep: "그대로 두기",
  },
  isOut: (name: string) => `${name} 님을 내보냈어요.`,
  letIn: "다시 입장 허용",
};
