/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "새로 시작…",
  title: "새로 시작",
  what: "글은 그대로 두고, 지운 내용은 완전히 없애요.",
  whatOf:
    "패드는 지금 보이는 글로 이어져요. 편집 기록과 지운 내용은 모두 없어지고, 코드와 링크는 새것으로 바뀌어요. " +
    "여기 있는 사람들은 자동으로 함께 옮겨 가지만, 내보낸 사람은 옮겨 가지 않아요.",
  begin: "새로 시작",
  keep: "나중에",
  away: "연결이 끊겼어요. 다시 연결되면 할 수 있어요.",
  busy: "새로 시작하는 중…",
  failed: "하지 못했어요. 다시 시도해 주세요.",
};
