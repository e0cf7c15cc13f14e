/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as bringEnglish, take as takeEnglish } from "../en/take";

export const take: Said<typeof takeEnglish> = {
  title: "글 가져가기",
  way: "가져가거나 가져오기",
  out: "가져가기",
  bring: "가져오기",
  form: "형식",
  forms: {
    markdown: { sign: "md", name: "Markdown", hint: "메모와 티켓용. 그림이 있으면 zip" },
    docx: { sign: "docx", name: "Word", hint: "사무용, 서식 포함" },
    odt: { sign: "odt", name: "OpenDocument", hint: "LibreOffice 등" },
    pdf: { sign: "pdf", name: "PDF", hint: "고정된 쪽, 바로 인쇄" },
    page: { sign: "html", name: "웹 페이지", hint: "네트워크 없이 어느 브라우저에서나" },
    text: { sign: "txt", name: "텍스트", hint: "글자만" },
    capsule: { sign: "", name: "캡슐", hint: "오프라인에서 열고, 어느 Fadepad에서나 이어서" },
    yjs: { sign: "yjs", name: "Yjs 파일", hint: "이어서 다루는 프로그램용" },
  },
  keep: {
    markdown: "Markdown 파일 저장",
    docx: "Word 파일 저장",
    odt: "OpenDocument 파일 저장",
    pdf: "인쇄하거나 PDF로 저장",
    page: "웹 페이지 저장",
    text: "텍스트 파일 저장",
    capsule: "캡슐 저장",
    yjs: "Yjs 파일 저장",
  },
  copy: { rich: "글 복사", markdown: "Markdown으로 복사", text: "글자만 복사" },
  stays: (lines: number) => `${lines}줄. 이 기기에만 남아요.`,
  making: "파일을 만드는 중…",
  failed: "지금은 이 파일을 만들 수 없어, Markdown으로 저장했어요.",
  digest: {
    title: "맨 위에 요약",
    hint: "무엇을 정했고, 누가 무엇을 하는지",
    off: "파일이 글부터 시작해요.",
    never: "이 파일은 프로그램이 읽는 문서만 담아요. 글 위에는 아무것도 넣지 않아요.",
    how: "체크 상자와, !decision이나 ?question으로 시작하는 줄이 들어가요. 맡은 사람은 @Jana처럼 쓰세요.",
    none: "이 글에는 아직 체크 상자도, !decision도, ?question도 없어요.",
    people: "참가자 이름 넣기",
    until: (time: string) => `~ ${time}`,
    heads: {
      open: (n: number) => `할 일 ${n}개`,
      done: (n: number) => `끝낸 일 ${n}개`,
      decided: () => "결정 사항",
      questions: () => "질문",
    },
    more: (n: number) => `외 ${n}개`,
    alone: "요약만",
    table: "표로",
    days: (n: number) => `캘린더용 날짜 ${n}개`,
    mail: "메일로",
    columns: ["종류", "내용", "담당", "날짜"],
    kinds: { open: "할 일", done: "끝낸 일", decided: "결정 사항", questions: "질문" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof bringEnglish> = {
  title: "가져오기",
  choose: "파일 선택",
  another: "다른 파일 선택",
  what: "Markdown, Word, OpenDocument, 웹 페이지, 텍스트, 캡슐을 여기에 놓으세요. 글은 8 MB까지, 그림도 함께",
  whatTouch: "Markdown, Word, OpenDocument, 웹 페이지, 텍스트, 캡슐. 글은 8 MB까지, 그림도 함께",
  reading: (name: string) => `${name} 읽는 중…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    `${lines}줄`,
    ...(boxes ? [`체크 상자 ${boxes}개`] : []),
    ...(pictures ? [`그림 ${pictures}개`] : []),
  ],
  lost: (n: number) =>
    `그림 ${n}개는 들어오지 않아요. 이 브라우저가 표시하지 못하거나 파일에 없어요.`,
  where: "어디에 넣을까요?",
  places: {
    here: { name: "이 패드에", hint: "아직 아무것도 쓰지 않았어요" },
    on: { name: "이 글에 이어서", hint: "새로운 내용만 들어와요" },
    back: { name: "지운 내용을 맨 끝에", hint: "지금 있는 글 아래" },
    end: { name: "맨 끝에", hint: "지금 있는 글 아래" },
    fresh: { name: "새 패드에", hint: "이 패드는 그대로예요" },
    instead: { name: "이 글 대신", hint: "모두에게 보이고, 되돌릴 수 있어요" },
  },
  put: {
    here: "여기에 넣기",
    on: "이어서 쓰기",
    back: "되살리기",
    end: "맨 끝에 넣기",
    fresh: "새 패드에 넣기",
    instead: "이 글과 바꾸기",
  },
  history: "캡슐은 편집 기록과 함께 이어져요. 두 사람이 같은 캡슐을 가져와도 내용이 겹치지 않아요.",
  words: "직접 쓴 것처럼 내용이 들어와요. 편집 기록을 이으려면 빈 패드에 넣으세요.",
  same: "이 캡슐의 내용은 이미 모두 여기 있어요.",
  gone: (n: number) =>
    `이 캡슐의 내용은 모두 여기 있었어요. 그중 ${n}줄이 지워졌고, 되살릴 수 있어요.`,
  changed: "이 캡슐의 내용은 모두 여기 있었고, 그 뒤에 바뀌었어요. 원래대로 되살릴 수 있어요.",
  notNow: "나중에",
  putting: "넣는 중…",
  away: "연결이 끊겼어요. 다시 연결되면 넣을 수 있어요.",
  opening: "패드를 다시 여는 중이라 아무것도 들어오지 않았어요. 한 번 더 시도해 주세요.",
  beside: "누군가 먼저 쓰기 시작해서, 가져온 내용은 맨 끝에 넣었어요.",
  done: (name: string) => `${name} 파일을 글에 넣었어요`,
  tooMuch: (name: string) =>
    `${name} 파일은 패드에 담을 수 있는 양을 넘어요. 아무것도 넣지 않았어요.`,
  begun: "누군가 여기에 쓰기 시작했어요. 어디에 넣을지 다시 골라 주세요.",
  failed: "새 패드를 열지 못했어요. 아무것도 넣지 않았어요.",
  offline: "이런 파일을 읽는 데 필요한 것을 가져오지 못했어요. 다시 연결되면 시도해 주세요.",
  broken: "넣는 동안 Fadepad에 문제가 생겼어요. 일부만 들어왔을 수 있으니 글을 확인해 주세요.",
  refused: {
    large: (name: string, size: string) =>
      `${name} 파일은 ${size}이거나, 풀면 훨씬 커져요. 글은 8 MB, 그림을 합쳐 64 MB까지 넣을 수 있어요.`,
    empty: (name: string) => `${name} 파일은 비어 있어요.`,
    silent: (name: string) => `${name} 파일에는 글이 없어요.`,
    unreadable: (name: string) => `${name} 파일을 읽을 수 없어요. 손상됐거나 이름과 내용이 달라요.`,
    deep: (name: string) =>
      `${name} 파일을 읽을 수 없어요. 내용이 수백 겹으로 들어 있어요. 텍스트(.txt)로 저장해서 가져오세요.`,
    closed: (name: string) =>
      `${name} 항목을 열 수 없어요. 폴더이거나, 고른 뒤에 옮겨졌거나 바뀌었어요.`,
    fault: (name: string) =>
      `${name} 파일에서 Fadepad에 문제가 생겼어요. 파일은 괜찮을 수 있으니, 텍스트(.txt)로 저장해서 가져오세요.`,
    away: (name: string) =>
      `${name} 파일을 읽는 데 필요한 것을 가져오지 못했어요. 다시 연결되면 시도해 주세요.`,
    picture: (name: string) =>
      `${name} 파일은 그림이에요. 글 위에 끌어다 놓거나 붙여 넣거나, ‘/’ 메뉴의 ‘그림’ 또는 휴대폰의 ‘사진’을 고르세요.`,
    pdf: (name: string) =>
      `${name} 파일은 PDF라 쪽만 있고, 이어서 쓸 글이 없어요. PDF를 만든 원래 문서를 가져오세요.`,
    doc: (name: string) =>
      `${name} 파일은 옛 Office 파일이에요. 먼저 Word(.docx)나 OpenDocument(.odt)로 저장하세요.`,
    rtf: (name: string) =>
      `${name} 파일은 서식 있는 텍스트(RTF)예요. 먼저 Word(.docx)나 OpenDocument(.odt)로 저장하세요.`,
    cells: (name: string) =>
      `${name} 파일은 표나 슬라이드예요. 파일을 열어 필요한 부분을 복사해 붙여 넣으세요. 셀은 표로 들어와요.`,
    zip: (name: string) =>
      `${name} 파일에는 Markdown이 없어요. 압축을 풀고 안에 든 파일을 가져오세요.`,
    unknown: (name: string) =>
      `${name} 파일은 가져올 수 없어요. Markdown, Word, OpenDocument, 웹 페이지, 텍스트, 캡슐만 가져올 수 있어요.`,
  },
};
