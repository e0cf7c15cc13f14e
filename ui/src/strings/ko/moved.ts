/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going: "이 패드는 다른 컴퓨터에서 이어져요. 잠시 손을 멈추면 이 페이지도 따라가요.",
  looking: "이 패드는 다른 컴퓨터에서 이어져요. 이 페이지도 옮겨 가는 중이에요.",
  unreached: (at: string) =>
    `이 패드는 ${at} 주소에서 이어져요. 이 기기는 아직 그곳에 닿지 않으니, 그 주소를 브라우저에 입력하세요. ` +
    "여기서 쓴 글은 계속 전해져요.",
  go: "이동하기",
  title: "이 패드는 다른 곳에서 이어져요",
  there: (at: string) => `지금은 ${at} 주소에 있어요. 이 페이지는 자동으로 옮겨 가요.`,
  type: (at: string) =>
    `지금은 ${at} 주소에 있는데, 이 기기는 아직 그곳에 닿지 않아요. ` +
    "그 컴퓨터와 같은 네트워크에 연결하고, 그 주소를 브라우저에 입력하세요.",
  erased: "원래 컴퓨터에서는 글이 지워졌어요.",
  words: "쓴 글의 일부가 전해지지 못했어요. 이 페이지에는 아직 있어요.",
};
