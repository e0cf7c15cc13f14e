/**
 * What other programs put on the clipboard becomes the blocks that people saw. The same corpus is pasted into real browsers
 * by `e2e/clipboard.spec.ts`.
 */
import { expect, test } from "vitest";
import type { Flavours } from "../src/pad/clipboard/flavours";
import { read } from "../src/pad/clipboard/read";
import { brief, CLIPBOARDS } from "./clipboards";

const flavoursOf = (types: Record<string, string>): Flavours => ({
  html: types["text/html"] ?? "",
  markdown: types["text/markdown"] ?? "",
  plain: types["text/plain"] ?? "",
  vscode: types["vscode-editor-data"] ?? "",
  own: "",
  files: false,
});

test.each(CLIPBOARDS)("a paste from $name becomes its blocks", ({ flavours, expected }) => {
  expect(brief(read(flavoursOf(flavours)).blocks)).toEqual(expected);
});
