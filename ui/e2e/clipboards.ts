/** Pasting and reading blocks in a real page. What ends in `Here` runs in the page, whichever browser it is. */
import type { Page } from "@playwright/test";
import type { PlainBlock } from "../src/forms/blocks";
import { brief } from "../test/clipboards";

interface EditorHere {
  editor: {
    schema: {
      cached: {
        blockNoteEditor: {
          document: unknown;
          replaceBlocks: (old: unknown, blocks: unknown) => void;
          focus: () => void;
        };
      };
    };
  };
}

/** Pastes what lies on a clipboard, type by type, as the browser would hand it to the page. */
export function pasteHere(flavours: Record<string, string>): void {
  const data = new DataTransfer();
  for (const [type, value] of Object.entries(flavours)) data.setData(type, value);
  const event = new ClipboardEvent("paste", {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
  });
  if (event.clipboardData !== data) Object.defineProperty(event, "clipboardData", { value: data }); // Firefox makes its own, an empty one
  const at = getSelection()?.focusNode;
  const target = at instanceof Element ? at : at?.parentElement;
  (target?.closest(".bn-editor") ? target : document.querySelector(".bn-editor"))?.dispatchEvent(
    event,
  );
}

/** The blocks of the page's editor, as JSON. */
export function blocksHere(): string {
  const dom = document.querySelector(".bn-editor") as unknown as EditorHere;
  return JSON.stringify(dom.editor.schema.cached.blockNoteEditor.document);
}

/** Puts these blocks, as JSON, in the place of all that stands, and the caret into them. */
export function writeHere(blocks: string): void {
  const editor = (document.querySelector(".bn-editor") as unknown as EditorHere).editor.schema
    .cached.blockNoteEditor;
  editor.replaceBlocks(editor.document, JSON.parse(blocks));
  editor.focus();
}

/** Blocks in short form, without the empty line that the editor keeps at the end. */
export function shortly(json: string): unknown[] {
  const blocks = brief(JSON.parse(json) as PlainBlock[]);
  if (JSON.stringify(blocks.at(-1)) === JSON.stringify({ type: "paragraph" })) blocks.pop();
  return blocks;
}

export const paste = (page: Page, flavours: Record<string, string>): Promise<void> =>
  page.evaluate(pasteHere, flavours);
export const blocksOf = async (page: Page): Promise<unknown[]> =>
  shortly(await page.evaluate(blocksHere));
export const write = (page: Page, blocks: PlainBlock[]): Promise<void> =>
  page.evaluate(writeHere, JSON.stringify(blocks));

/** What lies on the clipboard, as another page of this browser is given it. */
export async function pasted(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.setContent("<textarea></textarea>");
  await other.locator("textarea").focus();
  await other.keyboard.press("Control+v");
  const words = await other.locator("textarea").inputValue();
  await other.close();
  return words;
}
