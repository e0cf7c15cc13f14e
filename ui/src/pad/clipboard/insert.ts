/** Puts what was read where the caret is. Fetched once the editor stands. */
import { toast } from "../../kit/Toast";
import { t } from "../../strings";
import type { PlainBlock } from "../../forms/blocks";
import type { Flavours } from "./flavours";
import { isOneTable, lettersIn, linesOf, read, readLine, type Read } from "./read";

/** The editor, as far as pasting needs it. */
export interface Target {
  pasteHTML: (html: string, raw?: boolean) => void;
  pasteText: (text: string) => unknown;
  blocksToFullHTML: (blocks: never) => string;
  prosemirrorState: { selection: { $from: { parent: { type: { spec: { code?: boolean | undefined }; isInGroup: (group: string) => boolean } } } } };
}

/** The editor's own HTML, in which every space stands. */
const put = (editor: Target, blocks: PlainBlock[]) => editor.pasteHTML(`<div style="white-space:pre-wrap">${editor.blocksToFullHTML(blocks as never)}</div>`, true);

function readFor(flavours: Flavours, inCell: boolean): Read {
  const whole = read(flavours);
  // cells go into cells, and whatever else into one cell as text
  if (!inCell || whole.blocks.length === 0 || (flavours.html && isOneTable(whole.blocks))) return whole;
  return { ...whole, blocks: [{ type: "paragraph", content: readLine(flavours) }] };
}

/** Pastes; `wordsOnly`: without any form. */
export function insert(editor: Target, flavours: Flavours, wordsOnly: boolean): void {
  const { type } = editor.prosemirrorState.selection.$from.parent;
  if (type.spec.code) {
    editor.pasteText(lettersIn(flavours));
    return;
  }
  const inCell = type.isInGroup("tableContent");
  const words = wordsOnly && flavours.plain;
  const { blocks, lost } = words && !inCell ? { blocks: linesOf(flavours.plain), lost: 0 } : readFor(words ? { ...flavours, html: "" } : flavours, inCell);
  if (blocks.length > 0) put(editor, blocks);
  else if (lost > 0 || flavours.files) toast(t.pad.noFiles);
}
