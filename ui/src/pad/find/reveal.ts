/** Bringing a place of the text into sight. */
import type { EditorView } from "@tiptap/pm/view";
import { between } from "../insets";
import { foldsAround } from "../typing/folds";
import { unfold } from "../typing/places";

/** How far down between the bars (a share of the room) a line stands that had to be scrolled to. */
const DOWN = 1 / 4;

/** Unfolds what hides a place, and scrolls until it stands between the bars. */
export function reveal(view: EditorView, pos: number): void {
  const { doc } = view.state;
  if (pos > doc.content.size) return;
  for (const fold of foldsAround(view, doc.resolve(pos))) unfold(view, fold);
  const { node } = view.domAtPos(pos);
  const line = node instanceof Element ? node : node.parentElement;
  const { top, bottom } = between();
  const isAway = () => {
    const box = view.coordsAtPos(pos, 1);
    return box.top < top || box.bottom > bottom ? box.top - top - (bottom - top) * DOWN : 0;
  };
  // what scrolls inside the text: wide tables
  if (line?.closest(".tableWrapper, pre"))
    line.scrollIntoView({ block: "nearest", inline: "nearest" });
  const by = isAway();
  if (by !== 0) scrollBy({ top: by, behavior: "instant" });
}
