/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";

const number = (n: number) => n.toLocaleString("ko-KR");

export const outline: Said<typeof english> = {
  title: "개요",
  headings: "제목",
  none: "아직 제목이 없어요. 쓰면 여기에 나와요.",
  done: (done: number, of: number) => `${done} / ${of} 완료`,
  words: (n: number) => `단어 ${number(n)}개`,
  length: (minutes: number, letters: number) =>
    `읽는 데 ${number(minutes)}분 · ${number(letters)}자`,
  empty: "아직 아무것도 쓰지 않았어요.",
};
