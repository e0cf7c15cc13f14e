/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "지금은 여기에서 글을 쓸 수 없어요",
  body: "글은 패드에 그대로 있어요. 아래가 그 내용이에요. 사본을 챙기거나 다시 시도해 주세요.",
  copy: "글 복사",
  text: "글의 내용",
  host:
    "계속 이러면, 이 페이지에 마지막으로 제대로 보였던 글부터 새로 시작할 수 있어요. " +
    "모두의 글이 그 글로 바뀌고, 그 뒤에 쓴 내용은 없어져요.",
  afresh: "마지막으로 제대로 보였던 글부터 시작",
};
