/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "줄 도구",
  tick: "체크 상자",
  list: "목록",
  heading: "제목",
  bold: "굵게",
  italic: "기울임",
  underline: "밑줄",
  strike: "취소선",
  code: "코드",
  mark: "형광펜",
  link: "링크",
  address: "링크 주소",
  example: "example.org",
  set: "확인",
  unlink: "링크 제거",
  back: "뒤로",
  noLink: "링크에는 웹 주소, 메일 주소, 전화번호를 쓸 수 있어요.",
  indent: "들여쓰기",
  outdent: "내어쓰기",
  undo: "되돌리기",
  picture: "그림",
  more: "다른 종류",
  done: "완료",
};
