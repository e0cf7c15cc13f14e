/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "여기에 넣을 수 있는 것",
  emoji: "이모지",
  none: "이런 이름은 없어요",
  format: "글자 서식",
  link: "이 링크",
  noLink: "링크에는 웹 주소, 메일 주소, 전화번호를 쓸 수 있어요.",
  add: "아래에 줄 추가",
  block: "이 줄의 메뉴",
  turnInto: "종류 바꾸기",
  callout: "강조 상자",
  duplicate: "복제",
  copyLink: "이 줄의 링크 복사",
  lineGone: "이 링크가 가리키는 줄은 더 이상 없습니다.",
  insert: { up: "위에 넣기", down: "아래에 넣기", left: "왼쪽에 넣기", right: "오른쪽에 넣기" },
  move: {
    up: "위로 옮기기",
    down: "아래로 옮기기",
    left: "왼쪽으로 옮기기",
    right: "오른쪽으로 옮기기",
  },
  words: "글자",
  ground: "배경",
  remove: "삭제",
  back: "뒤로",
  ofRow: "행",
  ofColumn: "열",
  header: { row: "제목 행", column: "제목 열" },
  removeLine: { row: "행 삭제", column: "열 삭제" },
  row: "이 행의 메뉴",
  column: "이 열의 메뉴",
  cell: "이 칸의 메뉴",
  moreRows: "행 추가. 끌면 여러 개 추가",
  moreColumns: "열 추가. 끌면 여러 개 추가",
};
