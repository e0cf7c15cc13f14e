/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type * as english from "../en/pad";

export const pad: Said<typeof english.pad> = {
  share: "공유",
  more: "더 보기",
  fullEditor: "전체 편집기",
  companion: "간단히 보기",
  opening: "패드를 여는 중…",
  editor: (pad: string) => `‘${pad}’ 패드의 글`,
  placeholder: "‘/’를 입력해 제목, 목록, 표 넣기…",
  emptyPlaceholder: "무엇이든 써 보세요. 여기 있는 모두에게 보여요.",
  misfit: "이 부분은 여기에 표시할 수 없어요",
  misfitInLine: "여기에 표시할 수 없어요",
  misfitStays: "패드에는 그대로 있고, 모든 사본에 함께 들어가요.",
  misfitRemove: "제거",
  misfitCopy: "(표시할 수 없는 부분)",
  saves: ["이 패드가 끝나면 호스트 컴퓨터에 ", "사본이 남아요", "."],
  readOnly: "여기서는 읽을 수 있어요.",
  isOff: "여기서는 읽을 수 있어요. 쓰기는 꺼져 있어요.",
  mayNow: {
    edit: "이제 쓸 수 있어요.",
    host: "이제 이 패드의 호스트예요.",
    noHost: "이제 이 패드의 호스트가 아니에요.",
  },
  tooMuch: "패드에 담을 수 있는 양을 넘어요. 아무것도 붙여 넣지 않았어요.",
  noFiles: "다른 페이지의 그림은 가져올 수 없어요. 이 기기에서 넣어 주세요.",
  noWay: "연결이 끊겼어요. 잠시 후 다시 시도해 주세요.",
  notConnected: "연결이 끊겼어요. 계속 쓰면 나중에 보내 드려요.",
  notInYet: "연결되지 않았어요. Fadepad가 응답하면 패드가 열려요.",
  notConnectedReading: "연결이 끊겼어요. 다시 연결되면 다른 사람이 쓴 글이 보여요.",
  blocked:
    "이 네트워크에서는 페이지가 열리지만 쓴 글이 전해지지 않아요. 다른 방법을 호스트에게 물어보세요.",
  blockedReading:
    "이 네트워크에서는 페이지가 열리지만 다른 사람이 쓴 글이 오지 않아요. 다른 방법을 호스트에게 물어보세요.",
  staysHere: (time: string) => `${time}부터 쓴 글은 이 페이지에만 있어요.`,
  waits: (time: string) => `${time}부터 쓴 글은 이 페이지에서 기다리고 있어요.`,
  allSent: "그전에 쓴 글은 모두 전해졌어요.",
  full: "지금은 패드가 꽉 찼어요. 자리가 나면 바로 들어가요.",
  held: (time: string) => [
    `${time}부터 입력한 내용이 `,
    "전해지지 않고 있어요",
    ". 다른 사람에게는 보이지 않아요.",
  ],
  left: (time: string, isTooMuch: boolean) => [
    `${time}부터 입력한 내용 일부는 `,
    isTooMuch ? "패드에 담을 수 있는 양을 넘어요" : "이 패드에 담을 수 없어요",
    ". 이제 글에 들어 있지 않아요.",
  ],
  takenOut: (time: string) => [
    `${time}부터 입력한 내용이 있던 줄이 `,
    "그사이 지워졌어요",
    ". 그 내용은 이제 글에 들어 있지 않아요.",
  ],
  begunAfresh: () => [
    "호스트가 이 패드를 새로 시작했어요. 마지막에 쓴 글은 ",
    "옮겨 가지 못했어요",
    ". 이제 글에 들어 있지 않으니 복사해 두세요.",
  ],
  tooLate: (time: string) => [
    `쓰기가 꺼졌어요. ${time}부터 쓴 글은 `,
    "들어가지 못했어요",
    ". 이제 글에 들어 있지 않으니 복사해 두세요.",
  ],
  takenBack: (time: string, isTooMuch: boolean) => [
    `${time}에 한 작업은 `,
    isTooMuch ? "패드에 담을 수 있는 양을 넘어요" : "이 패드에 담을 수 없어요",
    ". 그래서 되돌렸어요.",
  ],
  guessing: (wrong: number) =>
    `누군가 코드를 맞혀 보고 있어요. 10분 동안 ${wrong}번 틀렸어요. ` +
    "한동안은 다시 시도할 수 없고, 코드는 그대로예요.",
  filling: (name: string) =>
    `${name} 님이 한 사람이 넣을 수 있는 만큼 모두 넣었어요. 패드는 더 받지 않아요.`,
  copyWords: "내가 쓴 글 복사",
  wordsCopied: "내가 쓴 글을 복사했어요",
  openAgain: "패드 다시 열기",
  ending: (left: string) => `이 패드가 끝나기까지 ${left} 남았어요.`,
  takeCopy: "사본 챙기기",
  done: "완료",
  fold: "안의 내용 펼치기 또는 접기",
  language: "이 코드의 언어",
  missing: {
    image: "주소 없는 그림",
    video: "주소 없는 동영상",
    audio: "주소 없는 소리",
    file: "주소 없는 파일",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof english.decided> = {
  writing: (host: string | null, on: boolean) =>
    host
      ? `${host} 님이 쓰기를 ${on ? "켰어요" : "껐어요"}.`
      : `쓰기가 ${on ? "켜졌어요" : "꺼졌어요"}.`,
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} 님이 ${name} 님에게 쓰기를 허용했어요.` : `이제 ${name} 님이 쓸 수 있어요.`,
    view: (host: string | null, name: string) =>
      host
        ? `${host} 님이 ${name} 님을 읽기만 하도록 정했어요.`
        : `이제 ${name} 님은 읽기만 할 수 있어요.`,
    host: (host: string | null, name: string) =>
      host ? `${host} 님이 ${name} 님을 호스트로 지정했어요.` : `이제 ${name} 님도 호스트예요.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} 님이 문을 열었어요.` : "문이 열렸어요."),
    knock: (host: string | null) =>
      host
        ? `${host} 님이 새로 오는 사람은 노크하도록 정했어요.`
        : "이제 새로 오는 사람은 노크해야 해요.",
    closed: (host: string | null) =>
      host
        ? `${host} 님이 문을 닫았어요. 새로 오는 사람은 들어오지 못해요.`
        : "이제 새로 오는 사람은 들어오지 못해요.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} 님이 PIN을 없앴어요.` : "이제 PIN이 없어요.";
    return host
      ? `${host} 님이 PIN을 정했어요. 코드만으로는 들어오지 못해요.`
      : "이제 PIN이 있어요.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} 님이 ${name} 님에게 펜을 건넸어요.` : `이제 ${name} 님이 펜을 들고 있어요.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "쓰기", view: "읽기", host: "호스트" }[of];
    return host
      ? `${host} 님이 ${which} 링크를 새로 만들었어요.`
      : `${which} 링크가 새로 만들어졌어요.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} 님이 ${name} 님을 내보냈어요.` : `${name} 님을 내보냈어요.`,
  refused: {
    notHost: "하지 못했어요. 호스트 링크로 들어온 사람만 정할 수 있어요.",
    oneself: "하지 못했어요. 호스트는 자기 권한을 거둘 수 없어요.",
    tooFast: "새 링크를 만들지 못했어요. 1분에 열 번까지예요.",
    nobody: "이제 여기 없는 사람이에요.",
    tooMany: "하지 못했어요. 내보낸 사람이나 따로 권한을 정한 사람이 너무 많아요.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof english.hands> = {
  ask: "쓰기 요청",
  asked: "여기서는 읽을 수 있어요. 쓰기를 요청한 것이 호스트에게 보여요.",
  askNoMore: "요청 거두기",
  asking: (name: string, more: number) =>
    more === 0 ? `${name} 님이 쓰기를 요청해요.` : `${name} 님 외 ${more}명이 쓰기를 요청해요.`,
  answer: "답하기",
};

export const templates: Said<typeof english.templates> = {
  label: "서식으로 시작",
  agenda: "안건",
  goal: "목표",
  topics: "논의할 주제",
  next: "다음 단계",
  minutes: "회의록",
  present: "참석자",
  decisions: "결정 사항",
  todo: "할 일",
  open: "미결 사항",
  retro: "회고",
  well: "잘된 점",
  hard: "어려웠던 점",
  tried: "다음에 해 볼 것",
};

export const thumb: Said<typeof english.thumb> = {
  label: "쓰기",
  line: "줄",
  tick: "체크",
  list: "목록",
  heading: "제목",
  photo: "사진",
  undo: "되돌리기",
};

export const more: Said<typeof english.more> = {
  theme: "화면 모드",
  language: "언어",
  system: "시스템",
  light: "밝게",
  dark: "어둡게",
  people: "참가자",
  outline: "개요",
  find: "찾기…",
  copy: "Markdown으로 복사",
  copied: "글을 복사했어요",
  take: "가져가기…",
  bring: "가져오기…",
  kept: "파일을 저장했어요",
  keptWithout: "파일을 저장했어요. 일부 그림이나 파일은 가져오지 못해 빠졌어요.",
  licenses: "라이선스",
  leave: "나가기",
  end: "지금 끝내기…",
  handOver: "넘겨주기…",
  newPad: "새 패드…",
  pads: "이 컴퓨터의 패드",
};
