/** The bar that finds words in the text, and puts others in their place. */
import type { Said } from "..";
import type { find as english } from "../en/find";

export const find: Said<typeof english> = {
  label: "検索",
  words: "本文から検索",
  count: (at: number, of: number) => `${at} / ${of}`,
  none: "見つかりません",
  before: "前の一致",
  next: "次の一致",
  replacement: "置き換える文字",
  replacing: "ほかの文字に置き換える",
  replace: "置換",
  all: (n: number) => `${n}件すべて`,
  allTold: (n: number) => `${n}件すべてを置換`,
  replaced: (n: number) => `${n}件を置換しました`,
};
