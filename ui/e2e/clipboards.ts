/** Pasting and reading blocks in a real page, in whichever browser a test has. */
import type { Page } from "@playwright/test";
import { brief } from "../test/clipboards";
import type { PlainBlock } from "../src/forms/blocks";

/** Pastes what lies on a clipboard, type by type, as the browser would hand it to the page. Runs in the page. */
export function pasteHere(flavours: Record<string, string>): void {
  const data = new DataTransfer();
  for (const [type, value] of Object.entries(flavours)) data.setData(type, value);
  const at = getSelection()?.focusNode;
  const target = at instanceof Element ? at : at?.parentElement;
  (target ?? document.querySelector(".bn-editor"))?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}

/** The blocks of the page's editor, as JSON. Runs in the page. */
export function blocksHere(): string {
  const dom = document.querySelector(".bn-editor") as unknown as { editor: { schema: { cached: { blockNoteEditor: { document: unknown } } } } };
  return JSON.stringify(dom.editor.schema.cached.blockNoteEditor.document);
}

export const paste = (page: Page, flavours: Record<string, string>): Promise<void> => page.evaluate(pasteHere, flavours);

/** The blocks in short form, without the empty line that the editor keeps at the end. */
export async function blocksOf(page: Page): Promise<unknown[]> {
  const blocks = brief(JSON.parse(await page.evaluate(blocksHere)) as PlainBlock[]);
  if (JSON.stringify(blocks.at(-1)) === JSON.stringify({ type: "paragraph" })) blocks.pop();
  return blocks;
}
