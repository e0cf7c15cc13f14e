/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "찾기",
  words: "글에서 찾기",
  count: (at: number, of: number) => `${at} / ${of}`,
  none: "찾은 것이 없어요",
  before: "이전 결과",
  next: "다음 결과",
  replacement: "바꿀 말",
  replacing: "다른 말로 바꾸기",
  replace: "바꾸기",
  all: (n: number) => `${n}개 모두`,
  allTold: (n: number) => `${n}개 모두 바꾸기`,
  replaced: (n: number) => `${n}개를 바꿨어요`,
};
