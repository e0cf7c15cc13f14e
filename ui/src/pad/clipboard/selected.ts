/** What is selected in the editor, as plain data. Here this file, many.ts and index.ts know BlockNote. */
import {
  contentNodeToInlineContent,
  contentNodeToTableContent,
  fragmentToBlocks,
  type BlockNoteEditor,
} from "@blocknote/core";
import type { Fragment, Node, Schema } from "@tiptap/pm/model";
import { lettersOf, lineOf, type Inline, type PlainBlock, type Table } from "../../forms/blocks";
import { htmlOf, htmlOfLine } from "../../forms/html/write";
import { wordsOf } from "../../forms/plain";
import { asCopied, lineAsCopied } from "../misfit";

/** What other programs are given of a selection. */
export interface Given {
  html: string;
  plain: string;
}

/** The table that is selected, or one of the selected cells alone. */
const tableOf = (content: Fragment, schema: Schema): Node | undefined =>
  content.firstChild?.type.name === "table"
    ? content.firstChild
    : schema.nodes.table?.create(null, content);

/** Part of one line is that line's words; whole blocks and cells are blocks. What can't be shown is its letters. */
function pick({
  prosemirrorState: { selection, doc, schema: nodes },
  schema,
}: BlockNoteEditor): Inline[] | PlainBlock[] {
  const { content } = selection.content();
  const { inlineContentSchema, styleSchema } = schema;
  if ("forEachCell" in selection) {
    const table = tableOf(content, nodes);
    return table
      ? asCopied([
          {
            type: "table",
            content: contentNodeToTableContent(table, inlineContentSchema, styleSchema) as Table,
          },
        ])
      : [];
  }
  const inside = doc.slice(selection.from, selection.to, false).content;
  const { firstChild } = inside;
  if (!firstChild?.isInline) return asCopied(fragmentToBlocks(content) as PlainBlock[]);
  if (!selection.$from.parent.type.spec.code)
    return lineAsCopied(
      contentNodeToInlineContent(
        selection.$from.parent.copy(inside),
        inlineContentSchema,
        styleSchema,
      ) as Inline[],
    );
  const code = inside.textBetween(0, inside.size, "\n");
  const words: Inline[] = [{ type: "text", text: code, styles: {} }];
  return code.includes("\n")
    ? [{ type: "codeBlock", props: selection.$from.parent.attrs, content: words }]
    : words;
}

const isLine = (picked: Inline[] | PlainBlock[]): picked is Inline[] =>
  picked[0]?.type === "text" || picked[0]?.type === "link";

/** The selection for other programs; `null` where nothing is selected. */
export function selected(editor: BlockNoteEditor): Given | null {
  if (editor.prosemirrorState.selection.empty) return null;
  const picked = pick(editor);
  if (isLine(picked)) return { html: htmlOfLine(picked), plain: lettersOf(picked) };
  const [first, ...others] = picked;
  const code = others.length === 0 && first?.type === "codeBlock" ? lettersOf(lineOf(first)) : null;
  return { html: htmlOf(picked), plain: code ?? wordsOf(picked) };
}
