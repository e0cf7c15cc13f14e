/** What can't be shown, in copies. */
import { expect, test } from "vitest";
import { asCopied } from "../src/pad/misfit";

test("a copy has the letters of what can't be shown, wherever it stands", () => {
  const misfit = {
    id: "m",
    type: "misfit",
    props: { name: "1-2", text: "words of light" },
    children: [],
  } as never;
  const [line, above] = asCopied([
    misfit,
    { id: "p", type: "paragraph", content: [], children: [misfit] } as never,
  ]);
  const letters = [{ type: "text", text: "words of light", styles: {} }];
  expect(line).toMatchObject({ type: "paragraph", content: letters });
  expect(above?.children?.[0]).toMatchObject({ type: "paragraph", content: letters });
});

test("a copy has the letters of what can't be shown in a line, in cells too", () => {
  const grey = { type: "misfitInLine", props: { name: "1-2", text: "@Ida" } };
  const line = [{ type: "text", text: "hi ", styles: {} }, grey];
  const letters = [line[0], { type: "text", text: "@Ida", styles: {} }];
  const table = { type: "tableContent", rows: [{ cells: [{ type: "tableCell", content: line }] }] };
  const [first, second] = asCopied([
    { type: "paragraph", content: line },
    { type: "table", content: table },
  ] as never);
  expect(first?.content).toEqual(letters);
  expect(second?.content).toEqual({
    type: "tableContent",
    rows: [{ cells: [{ type: "tableCell", content: letters }] }],
  });
});

test("a copy has nothing of what is not known of letters", () => {
  const words = { type: "text", text: "hi", styles: { bold: true, unknown: '{"glitter":1}' } };
  const [line] = asCopied([
    {
      type: "paragraph",
      content: [words, { type: "link", href: "https://a.invalid/", content: [words] }],
    },
  ] as never);
  const bare = { ...words, styles: { bold: true } };
  expect(line?.content).toEqual([
    bare,
    { type: "link", href: "https://a.invalid/", content: [bare] },
  ]);
});
