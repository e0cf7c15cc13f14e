/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "넘겨주기",
  lead: "이 컴퓨터를 가지고 나가야 하나요? Fadepad가 있는 방 안의 다른 컴퓨터에서 이 명령을 실행하세요:",
  copy: "명령 복사",
  copied: "복사했어요. 다른 컴퓨터에서 실행하세요.",
  cantCopy: "이 브라우저에서는 복사할 수 없어요. 명령을 선택해 직접 복사하세요.",
  after:
    "글, 코드, 링크, 시간이 그대로 옮겨 가요. 모두의 페이지와 큰 화면도 자동으로 따라가요. " +
    "그 뒤 이 컴퓨터에서는 모두 지워지고, 나가도 돼요.",
  secret: "이 명령을 가진 사람은 패드의 호스트가 돼요. 다른 사람에게는 주지 마세요.",
};
