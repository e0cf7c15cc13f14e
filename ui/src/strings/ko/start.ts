/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as freshEnglish, start as startEnglish } from "../en/start";
import { long, people } from "./numbers";

const waitOf = (wait: number | null) => long(wait === null ? 60 : Math.max(1, wait));

export const start: Said<typeof startEnglish> = {
  title: "Fadepad",
  lead: "큰 화면에 보이는 코드를 입력하세요.",
  label: "코드",
  join: "참가",
  joining: "여는 중…",
  notInAlphabet: (letters: string) =>
    `코드에는 ${letters} 같은 글자를 쓰지 않아요. O와 0, I와 L과 1, U와 V는 헷갈리기 쉬워서예요. ` +
    "큰 화면을 다시 봐 주세요.",
  unknown: "여기에는 없는 코드예요. 코드는 K7Q\u00a0PM3처럼 여섯 글자예요.",
  ended: "끝난 패드예요.",
  tooMany: (wait: number | null) =>
    `너무 여러 번 시도했어요. ${waitOf(wait)} 뒤에 다시 시도해 주세요.`,
  notNow: (wait: number | null) =>
    `지금은 호스트가 입장을 허용할 수 없어요. ${waitOf(wait)} 뒤에 다시 시도해 주세요.`,
  tryNow: "이제 다시 시도할 수 있어요.",
  closed: "지금은 새로 들어갈 수 없는 패드예요. 호스트에게 물어보세요.",
  pin: "PIN",
  pinNeeded: "이 패드에는 PIN도 필요해요. 호스트에게 물어보세요.",
  pinWrong: "이 패드의 PIN이 아니에요. 다시 확인하거나 호스트에게 물어보세요.",
  offline: "Fadepad에 연결할 수 없어요. 이 기기가 아직 같은 네트워크에 있나요?",
  newPad: "새 패드",
  near: "이 네트워크에서",
  nearOn: (host: string) => host,
  nearFading: "사라지는 중",
  nearWaiting: "아직 아무도 없음",
  nearPeople: people,
};

export const fresh: Said<typeof freshEnglish> = {
  title: "새 패드",
  lead: "사람이 있는 동안 남아요.",
  lives: (ttl: number) => `사람이 있는 동안 남고, 그 뒤 ${long(ttl)} 더 남아요.`,
  unkept: "아무것도 저장하지 않아요.",
  unread: (said: readonly string[]) =>
    `링크의 ${said.join(", ")} 부분은 알아볼 수 없어, 평소 설정대로 해요.`,
  kept: "끝나면 호스트 컴퓨터에 사본이 남아요.",
  label: "이름(선택)",
  hint: "영어 소문자, 숫자, -, _",
  create: "패드 열기",
  withFile: "파일로 시작…",
  beginsWith: (file: string) => `${file} 파일로 시작해요.`,
  without: "파일 없이",
  taken: "같은 이름의 패드가 열려 있어요. 다른 이름을 골라 주세요.",
  hostOnly: "여기서는 호스트만 새 패드를 열 수 있어요.",
  badName: "영어 소문자, 숫자, -, _로 64자까지 쓸 수 있어요.",
};
