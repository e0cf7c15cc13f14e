/** Large pastes: they come whole, as one step, and never as more than the pad takes. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { PlainBlock } from "../src/forms/blocks";
import type { Flavours } from "../src/pad/clipboard/flavours";
import { insert } from "../src/pad/clipboard/insert";
import { weightOf } from "../src/pad/clipboard/weight";
import { roomIn } from "../src/pad/capacity";
import { Person } from "./binding/world";

const NONE: Flavours = { html: "", markdown: "", plain: "", vscode: "", own: "", files: false };
const LINES = Array.from({ length: 300 }, (_, i) => String(i % 10));
const HTML = LINES.map((line) => `<p>${line}</p>`).join("");
const FORMS: [string, Flavours][] = [
  ["plain", { ...NONE, plain: LINES.join("\n") }],
  ["HTML", { ...NONE, html: HTML, plain: LINES.join("\n") }],
  [
    "a pad's own",
    {
      ...NONE,
      own: `<div data-pm-slice="3 3 []">${HTML.padEnd(50_000)}</div>`,
      html: HTML,
      plain: LINES.join("\n"),
    },
  ],
];

/** The words of each block. */
const wordsIn = ({ view }: Person): string[] => {
  const words: string[] = [];
  view.state.doc.descendants((node) => void (node.isTextblock && words.push(node.textContent)));
  return words;
};

test.each(FORMS)(
  "many short lines (%s) join the words at the caret, and are one step of undo",
  (_form, flavours) => {
    const anna = new Person({ client: 1 });
    anna.type("ab");
    const before = wordsIn(anna);
    insert(anna.editor, flavours, { wordsOnly: false, room: 1e6 });
    expect(wordsIn(anna)).toEqual([`ab${LINES[0]}`, ...LINES.slice(1)]);
    const ids = anna.editor.document.map(({ id }) => id);
    expect(new Set(ids).size).toBe(LINES.length);
    anna.editor.undo();
    expect(wordsIn(anna)).toEqual(before);
    anna.leave();
  },
);

test("what the pad can't hold changes nothing", () => {
  for (const [, flavours] of FORMS) {
    const anna = new Person({ client: 1 });
    insert(anna.editor, flavours, { wordsOnly: false, room: 50_000 });
    expect(wordsIn(anna).join("")).toBe("");
    anna.leave();
  }
});

const line = (text: string): PlainBlock["content"] => [{ type: "text", text, styles: {} }];
const cell = (text: string) => ({
  type: "tableCell" as const,
  content: [{ type: "text" as const, text, styles: {} }],
});
test.each<[string, PlainBlock[]]>([
  ["short lines", LINES.map((text) => ({ type: "paragraph", content: line(text) }))],
  ["large letters", [{ type: "paragraph", content: line("語".repeat(9000)) }]],
  [
    "boxes and titles",
    LINES.map((text, i) =>
      i % 2
        ? { type: "checkListItem", props: { checked: true }, content: line(text) }
        : { type: "heading", props: { level: 2 }, content: line(text) },
    ),
  ],
  [
    "marks and links",
    LINES.map((text) => ({
      type: "paragraph",
      content: [
        { type: "text", text, styles: { bold: true, textColor: "red" } },
        {
          type: "link",
          href: "https://a.example/b",
          content: [{ type: "text", text, styles: {} }],
        },
      ],
    })),
  ],
  [
    "a table",
    [
      {
        type: "table",
        content: {
          type: "tableContent",
          rows: LINES.map((text) => ({ cells: [cell(text), cell(text)] })),
        },
      },
    ],
  ],
])("%s weigh no less than what they take in the pad, and hardly twice as much", (_what, blocks) => {
  const anna = new Person({ client: 2 ** 31 });
  const before = Y.encodeStateAsUpdate(anna.doc).byteLength;
  anna.editor.replaceBlocks(anna.editor.document, blocks as never);
  const taken = Y.encodeStateAsUpdate(anna.doc).byteLength - before;
  expect(weightOf(blocks)).toBeGreaterThanOrEqual(taken - 100);
  expect(weightOf(blocks)).toBeLessThan(2.2 * taken);
  anna.leave();
});

test("one person may bring as much as is left for others, and all behind one router three times as much", () => {
  const doc = new Y.Doc();
  expect(roomIn(doc, 8000)).toBeLessThanOrEqual(4000);
  doc.getText("t").insert(0, "a".repeat(3000));
  expect(roomIn(doc, 8000)).toBeGreaterThan(900);
  expect(roomIn(doc, 8000)).toBeLessThanOrEqual(1000);
  doc.clientID += 1; // what others wrote
  expect(roomIn(doc, 8000)).toBeGreaterThan(2400);
  expect(roomIn(doc, 8000)).toBeLessThanOrEqual(3000);
});
