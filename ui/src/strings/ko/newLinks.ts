/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "쓰기", view: "읽기", host: "호스트" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "새 링크…",
  title: "새 링크",
  what: "지금까지 나눠 준 링크는 더 쓸 수 없게 돼요.",
  which: "어떤 링크",
  of: { edit: "쓰기용", view: "읽기용", host: "호스트용" },
  whatOf: {
    edit:
      "이전 링크나 코드로 들어온 사람은 모두 다시 스캔해야 해요. " +
      "코드도 여기와 큰 화면에서 새것으로 바뀌어요.",
    view: "이전 읽기 링크로 들어온 사람은 모두 새 링크가 필요해요. 코드는 그대로예요.",
    host:
      "호스트 링크로 호스트가 된 사람은 모두 새 링크가 필요해요. " +
      "나와, 이 목록에서 호스트로 지정한 사람은 그대로예요. 새 링크는 이 페이지의 주소에 있어요.",
  },
  closed: "문이 닫혀 있어요. 문을 열기 전에는 아무도 다시 들어오지 못해요.",
  make: "새로 만들기",
  keep: "그대로 두기",
  away: "연결이 끊겼어요. 다시 연결되면 할 수 있어요.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} 님이 ${WHAT[role]} 링크를 새로 만들었어요. 이전 링크는 열리지 않아요.`
      : `${WHAT[role]} 링크가 새로 만들어졌어요. 이전 링크는 열리지 않아요.`,
};
