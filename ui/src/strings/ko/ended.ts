/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as endedEnglish, left as leftEnglish } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof leftEnglish> = {
  title: "패드에서 나왔어요",
  body: "이 페이지에는 이제 글이 없어요. 패드가 남아 있는 동안에는 다시 들어올 수 있어요.",
  back: "패드로 돌아가기",
};

export const ended: Said<typeof endedEnglish> = {
  title: "이 패드는 사라졌어요",
  faded: (time: string, ttl: number) =>
    `마지막 사람이 나가고 ${inWords(ttl)} 뒤, ${time}에 끝났어요.`,
  fadedPlain: "마지막 사람이 나가고 얼마 뒤에 끝났어요.",
  host: (time: string) => `호스트가 ${time}에 끝냈어요.`,
  hostPlain: "호스트가 끝냈어요.",
  stop: (time: string) => `호스트 컴퓨터에서 프로그램이 꺼져 ${time}에 끝났어요.`,
  stopPlain: "호스트 컴퓨터에서 프로그램이 꺼져 끝났어요.",
  announced: (time: string) => `호스트가 정한 대로 ${time}에 끝났어요.`,
  announcedPlain: "호스트가 정한 시각에 끝났어요.",
  maxLifetime: (time: string) => `최대 시간이 다 되어 ${time}에 끝났어요.`,
  afresh: (time: string) =>
    `호스트가 ${time}에 패드를 새로 시작했어요. ` +
    "패드는 이어지고 있으니, 코드를 다시 스캔하거나 새 링크를 받으세요.",
  afreshPlain:
    "호스트가 패드를 새로 시작했어요. 패드는 이어지고 있으니, 코드를 다시 스캔하거나 새 링크를 받으세요.",
  handedOn: (time: string) => `${time}부터 다른 컴퓨터에서 이어지고 있어요.`,
  handedOnPlain: "다른 컴퓨터에서 이어지고 있어요.",
  at: (time: string) => `${time}에 끝났어요.`,
  plain: "글은 메모리에서 지워졌고, Fadepad에서 되살릴 수 없어요.",
  slept: "그때 이 기기는 연결되어 있지 않았어요. 끝난 뒤에는 아무것도 보내지 않았어요.",
  held: "사본이 아직 여기 있어요",
  heldLead: "이 페이지에는 마지막으로 본 글이 남아 있어요. 페이지를 닫으면 없어져요.",
  anew: "이 글로 새 패드 시작",
  anewFailed: "새 패드를 열지 못했어요. 사본은 그대로 있어요.",
  keep: "파일로 저장",
  page: "웹 페이지로 저장",
  forget: "버리기",
  dropped: "이 페이지에는 이제 글이 없어요.",
  receipt: "종료 기록",
  erased: "메모리에서 지움",
  told: "알린 사람",
  copies: "브라우저에서 버린 사본",
  files: "끝날 때 저장한 파일",
  filesKept: (n: number) => `호스트 컴퓨터에 ${n}개`,
  honest: "열어 봤던 사람이 사본을 남겼을 수는 있어요.",
  nobody: "아무도 없었어요",
  nOf: (n: number, of: number) => `${n} / ${of}`,
  stands:
    "코드는 그대로 쓸 수 있어요. 누군가 스캔하면 빈 패드가 새로 시작되고, 이 페이지도 그리로 가요.",
  again: (pad: string) => `‘${pad}’ 패드가 다시 열렸어요. 내용은 비어 있어요.`,
  goThere: "이동하기",
  newPad: "새 패드",
  start: "다른 코드 입력",
};
