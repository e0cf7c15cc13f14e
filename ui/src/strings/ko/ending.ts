/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as callEnglish, end as endEnglish } from "../en/ending";
import { long, people } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves ? ". 호스트 컴퓨터에는 사본이 파일로 남아요." : ". Fadepad에서 되살릴 수 없어요.";

const after = (saves: boolean): string =>
  saves
    ? "그 뒤 호스트 컴퓨터에는 사본이 파일로 남아요."
    : "그 뒤에는 Fadepad에서 되살릴 수 없어요.";

export const end: Said<typeof endEnglish> = {
  title: "모두가 쓰는 이 패드를 끝낼까요?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `지금 ${people(n)}이 있어요. 모두` : "다른 사람은 없어요. 그사이 오는 사람은"} ` +
    `사본을 챙길 수 있어요. 시간은 ${long(seconds)}이고, 모두 답하면 더 일찍 끝나요. ` +
    `그동안에는 취소할 수 있어요. 그 뒤 글은 메모리에서도, 열려 있는 페이지에서도 지워져요${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `지금 ${people(n)}이 있지만, 사본을 챙길 시간은 없어요.` : "다른 사람은 없어요."} ` +
    `글은 바로, 메모리에서도 열려 있는 페이지에서도 지워져요${afterwards(saves)}`,
  copy: "먼저 Markdown 파일로 저장",
  confirm: "끝내는 것을 확인했어요",
  now: "지금 끝내기",
  stay: "나중에",
  failed: "연결이 끊겼어요. 다시 연결되면 패드를 끝낼 수 있어요.",
};

export const call: Said<typeof callEnglish> = {
  title: {
    soon: "이 패드는 곧 끝나요",
    leaving: "이제 혼자 남아 있어요",
    unsent: "아직 전해지지 않은 글이 있어요",
  },
  ends: (name: string) => `${name} 님이 이 패드를 끝내요`,
  youEnd: "이 패드를 끝내고 있어요",
  why: {
    host: "호스트가 이 패드를 끝내요",
    stop: "이 패드가 있는 컴퓨터가 꺼져요",
    announced: "호스트가 정한 시각이 되어 끝나요",
    max_lifetime: "이 패드의 최대 시간이 다 됐어요",
  },
  lead: "끝나면 글이 없어져요. 필요하면 사본을 챙기세요.",
  leadKept: "끝나면 여기서는 지워지고, 호스트 컴퓨터에 사본이 남아요. 필요하면 사본을 챙기세요.",
  seconds: () => "초",
  minutes: "분",
  copied: "복사했어요. 어디에나 붙여 넣을 수 있어요",
  file: "파일로 저장",
  fileHint: "Word, 웹 페이지, 캡슐 등",
  fileForm: "어떤 파일로 저장할까요?",
  forms: { markdown: "Markdown", docx: "Word", page: "웹 페이지", capsule: "캡슐" },
  fileKept: "저장했어요. 다운로드에 있어요",
  none: "필요 없어요",
  noneHint: "이 기기에는 아무것도 남지 않아요",
  fadeHint: "모두 답하면 곧 끝나요",
  another: "1분 더 달라고 하기",
  anotherGiven: "모두에게 1분이 더 생겼어요. ",
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "답할 다른 사람이 없어요. 곧 끝나요.";
    if (of === 1) {
      const one = asked ? "" : "상대방이 ";
      return n === of ? `${one}답했어요. 곧 끝나요.` : `${one}답하면 곧 끝나요.`;
    }
    if (n === of) return "모두 답했어요. 곧 끝나요.";
    return `${of}명 중 ${n}명이 답했어요. 모두 답하면 곧 끝나요.`;
  },
  back: "글로 돌아가기",
  soon: (time: string) => `사람이 있어도 ${time}에 끝나요. 글이 필요하면 사본을 챙기세요.`,
  leaving: (ttl: number, saves: boolean) =>
    `나가면 이 패드는 ${long(ttl)} 뒤에 사라져요. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `나가도 이 패드는 ${time}까지 남아 있어요. ${after(saves)}`,
  leavingKept: "나가도 이 패드는 호스트가 끝내거나 최대 시간이 다 될 때까지 남아 있어요.",
  unsent: (time: string) => `${time}부터 쓴 글은 이 페이지에만 있어요. 지금 나가면 없어져요.`,
  leftOut: (time: string) =>
    `${time}부터 쓴 글의 일부는 패드에 들어가지 못하고 이 페이지에만 있어요. ` +
    "지금 나가면 없어져요. 글 위의 안내 줄에서 복사하세요.",
  copy: "글 복사",
  copyHint: "Markdown으로, 어디에나 붙여 넣기",
  keep: "Markdown 파일로 저장",
  keepHint: "메모와 티켓에 쓰는 텍스트",
  page: "웹 페이지로 저장",
  pageHint: "네트워크 없이 어느 브라우저에서나 열려요",
  others: "다른 형식…",
  othersHint: "Word, PDF, 이어서 쓰는 캡슐",
  letFade: "사라지게 두기",
  goOn: "글로 돌아가기",
  stop: "계속 두기",
  stopped: "이 패드는 계속돼요.",
  stay: "남아 있기",
  leave: "그래도 나가기",
  foot: (pad: string, when: string) => `‘${pad}’ 패드, ${when} Fadepad에서 저장.`,
};
