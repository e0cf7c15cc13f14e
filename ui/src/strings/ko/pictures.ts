/** Pictures and other files in the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { pictures as english } from "../en/pictures";

export const pictures: Said<typeof english> = {
  picture: "그림",
  pictureHint: "이 기기에서",
  file: "파일",
  fileHint: "PDF 등 내려받을 수 있는 파일",
  group: "미디어",
  brings: (name: string, isPicture: boolean): [string, string] => [
    name || "익명",
    isPicture ? " 님이 그림을 넣고 있어요" : " 님이 파일을 넣고 있어요",
  ],
  of: (sent: string, total: string) => `${sent} / ${total}`,
  waits: "차례를 기다리고 있어요",
  pauses: "연결이 끊겼어요. 자동으로 이어져요.",
  gone: (isPicture: boolean) =>
    isPicture ? "이 그림은 전해지지 못했어요." : "이 파일은 전해지지 못했어요.",
  away: "이 그림은 이제 여기 없어요.",
  cancel: "취소",
  again: "다시 시도",
  remove: "제거",
  tooLarge: (size: string, most: string) => `이 파일은 ${size}예요. ${most}까지 넣을 수 있어요.`,
  empty: "빈 파일이에요.",
  heic: "이 브라우저는 HEIC 그림을 읽지 못해요. JPEG로 보내거나, 찍은 휴대폰에서 보내 주세요.",
  unreadable: "이 그림은 여기서 읽을 수 없어요. JPEG나 PNG로 보내 주세요.",
  refused: "지금은 이 파일을 패드에 넣을 수 없어요.",
  full: "크게 보기",
  keep: "이 그림 저장",
  close: "닫기",
  before: "이전 그림",
  next: "다음 그림",
  count: (at: number, all: number) => `${at} / ${all}`,
};
