/** What other programs may put into a pad: malformed structures by name, and shapes made by chance. */
import * as Y from "yjs";
import type { Chance } from "./random";

export type Make = (group: Y.XmlElement, fragment: Y.XmlFragment) => void;

export const element = (
  name: string,
  attrs: Record<string, unknown> = {},
  ...kids: (Y.XmlElement | Y.XmlText | string)[]
): Y.XmlElement => {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value as string);
  made.insert(
    0,
    kids.map((kid) => (typeof kid === "string" ? new Y.XmlText(kid) : kid)),
  );
  return made;
};
export const block = (content: Y.XmlElement, ...more: Y.XmlElement[]) =>
  element("blockContainer", { id: "m" }, content, ...more);
export const put =
  (...kids: (Y.XmlElement | Y.XmlText)[]): Make =>
  (group) =>
    group.push(kids);
export const cell = (attrs: Record<string, unknown> = {}) =>
  element("tableCell", attrs, element("tableParagraph", {}, "c"));
export const table = (...rows: Y.XmlElement[]) => block(element("table", {}, ...rows));
const nested = (depth: number): Y.XmlElement => {
  let inner = block(element("paragraph", {}, "deep"));
  for (let i = 0; i < depth; i++)
    inner = block(element("paragraph", {}, `${i}`), element("blockGroup", {}, inner));
  return inner;
};
export const text = (write: (text: Y.XmlText) => void, name = "paragraph"): Y.XmlElement => {
  const line = new Y.XmlText();
  write(line);
  return block(element(name, {}, line));
};

/** What is malformed, and what of it a person must still be able to read. */
export const malformed = (): Record<string, Make> => ({
  "text in the root group": put(new Y.XmlText("loose")),
  "text in the fragment": (_group, fragment) => fragment.push([new Y.XmlText("loose")]),
  "an unknown element in the fragment": (_group, fragment) => fragment.push([element("nonsense")]),
  "an unknown element first in the fragment": (_group, fragment) =>
    fragment.insert(0, [element("nonsense", {}, "x")]),
  "a second root group": (_group, fragment) =>
    fragment.push([element("blockGroup", {}, block(element("paragraph", {}, "second")))]),
  "a container in the fragment": (_group, fragment) =>
    fragment.push([block(element("paragraph", {}, "lost"))]),
  "a paragraph in the fragment": (_group, fragment) =>
    fragment.push([element("paragraph", {}, "lost")]),
  "text in a container": put(element("blockContainer", { id: "t" }, "loose")),
  "text beside a paragraph": put(
    element("blockContainer", { id: "t" }, element("paragraph", {}, "a"), "loose"),
  ),
  "text before a paragraph": put(
    element("blockContainer", { id: "t" }, "loose", element("paragraph", {}, "a")),
  ),
  "a paragraph in a group": put(element("paragraph", {}, "bare")),
  "an empty container": put(element("blockContainer", { id: "e" })),
  "a container without an id": put(element("blockContainer", {}, element("paragraph", {}, "a"))),
  "an empty group in a container": put(block(element("paragraph", {}, "a"), element("blockGroup"))),
  "an empty group in the group": put(element("blockGroup")),
  "a group in the group": put(element("blockGroup", {}, block(element("paragraph", {}, "a")))),
  "a group without a paragraph before it": put(
    element(
      "blockContainer",
      { id: "g" },
      element("blockGroup", {}, block(element("paragraph", {}, "a"))),
    ),
  ),
  "a group before its paragraph": put(
    element(
      "blockContainer",
      { id: "g" },
      element("blockGroup", {}, block(element("paragraph", {}, "b"))),
      element("paragraph", {}, "a"),
    ),
  ),
  "two paragraphs in a container": put(
    block(element("paragraph", {}, "a"), element("paragraph", {}, "b")),
  ),
  "two kinds in a container": put(
    block(element("heading", { level: 2 }, "a"), element("bulletListItem", {}, "a")),
  ),
  "two groups in a container": put(
    block(
      element("paragraph", {}, "a"),
      element("blockGroup", {}, block(element("paragraph"))),
      element("blockGroup", {}, block(element("paragraph"))),
    ),
  ),
  "an unknown block": put(block(element("hologram", { a: 1 }, "light"))),
  "an unknown block beside a paragraph": put(
    block(element("paragraph", {}, "a"), element("hologram")),
  ),
  "an unknown element in the group": put(element("hologram", {}, "light")),
  "an unknown element in a line": put(
    block(element("paragraph", {}, "a", element("mention", { user: "x" }), "b")),
  ),
  "a block in a line": put(
    block(element("paragraph", {}, "a", block(element("paragraph", {}, "in")), "b")),
  ),
  "a doc in the group": put(element("doc", {}, element("blockGroup"))),
  "an element named text": put(element("text", {}, "t")),
  "an element named toString": put(element("toString", {}, "t")),
  "an element named __proto__": put(element("__proto__", {}, "t")),
  "an element without a name": put(element("", {}, "t")),
  "level x": put(block(element("heading", { level: "x" }, "a"))),
  "level 0": put(block(element("heading", { level: 0 }, "a"))),
  "level 1e9": put(block(element("heading", { level: 1e9 }, "a"))),
  "level an object": put(block(element("heading", { level: { a: 1 } }, "a"))),
  "a colour that is none": put(
    block(element("paragraph", { textColor: 5, backgroundColor: [] }, "a")),
  ),
  "an alignment that is none": put(block(element("paragraph", { textAlignment: "diagonal" }, "a"))),
  "checked maybe": put(block(element("checkListItem", { checked: "maybe" }, "a"))),
  "start NaN": put(block(element("numberedListItem", { start: "NaN" }, "a"))),
  "an id that is a number": put(
    element("blockContainer", { id: 5 }, element("paragraph", {}, "a")),
  ),
  "an id that is an object": put(
    element("blockContainer", { id: { a: 1 } }, element("paragraph", {}, "a")),
  ),
  "colspan -5": put(table(element("tableRow", {}, cell({ colspan: -5 }), cell()))),
  "colspan 3,000,000": put(table(element("tableRow", {}, cell({ colspan: 3_000_000 }), cell()))),
  "rowspan 3,000,000": put(table(element("tableRow", {}, cell({ rowspan: 3_000_000 }), cell()))),
  "rowspan 0.5": put(table(element("tableRow", {}, cell({ rowspan: 0.5 }), cell()))),
  "colspan x": put(table(element("tableRow", {}, cell({ colspan: "x" })))),
  "colspan 1000 in 200 rows": put(
    table(...Array.from({ length: 200 }, () => element("tableRow", {}, cell({ colspan: 1000 })))),
  ),
  "rowspans that collide": put(
    table(
      element("tableRow", {}, cell({ rowspan: 2 }), cell()),
      element("tableRow", {}, cell({ colspan: 2 }), cell()),
    ),
  ),
  "colwidth a string": put(table(element("tableRow", {}, cell({ colwidth: "wide" })))),
  "colwidth of others": put(table(element("tableRow", {}, cell({ colwidth: [1, 2, 3] })))),
  "an empty table": put(table()),
  "an empty row": put(table(element("tableRow"), element("tableRow", {}, cell()))),
  "only empty rows": put(table(element("tableRow"), element("tableRow"))),
  "an empty cell between others": put(
    table(element("tableRow", {}, cell(), element("tableCell"), cell())),
  ),
  "values in the fragment": (_group, fragment) => fragment.push([1, "a", { b: 2 }] as never),
  "an empty cell": put(table(element("tableRow", {}, element("tableCell")))),
  "text in a table": put(block(element("table", {}, "loose"))),
  "text in a row": put(table(element("tableRow", {}, "loose"))),
  "a paragraph in a cell": put(
    table(element("tableRow", {}, element("tableCell", {}, element("paragraph", {}, "p")))),
  ),
  "a ragged table": put(
    table(element("tableRow", {}, cell(), cell(), cell()), element("tableRow", {}, cell())),
  ),
  "a table in a table": put(
    table(
      element(
        "tableRow",
        {},
        element("tableCell", {}, element("table", {}, element("tableRow", {}, cell()))),
      ),
    ),
  ),
  "nesting of 300 levels": put(nested(300)),
  "an unknown mark": put(text((line) => line.insert(0, "marked", { glitter: { much: true } }))),
  "a link without an address": put(text((line) => line.insert(0, "link", { link: {} }))),
  "a link that is a number": put(text((line) => line.insert(0, "link", { link: { href: 5 } }))),
  "bold that is an object of objects": put(
    text((line) => line.insert(0, "b", { bold: { a: { b: 1 } } })),
  ),
  "marks in code": put(text((line) => line.insert(0, "code", { bold: true }), "codeBlock")),
  "an object in the text": put(
    text((line) => {
      line.insert(0, "ab");
      line.insertEmbed(1, { picture: 1 });
    }),
  ),
  "a type in the text": put(
    text((line) => {
      line.insert(0, "ab");
      line.insertEmbed(1, new Y.Map());
    }),
  ),
  "a map in the group": (group) => group.push([new Y.Map() as never]),
  "an array in a container": (group) =>
    group.push([element("blockContainer", { id: "a" }), new Y.Array() as never]),
  "a hook": put(new Y.XmlHook("hook") as never),
  "an attribute that is a type": put(
    block(element("paragraph", { textColor: new Y.Map() as never }, "a")),
  ),
  "two texts side by side": put(block(element("paragraph", {}, "one ", "two"))),
  "a lone surrogate": put(block(element("paragraph", {}, "a\ud83db"))),
});

const NAMES = [
  "blockGroup",
  "blockContainer",
  "paragraph",
  "heading",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
  "tableParagraph",
  "codeBlock",
  "hardBreak",
  "image",
  "misfit",
  "nonsense",
  "doc",
  "text",
  "divider",
];
const VALUES = [-1, 0, 1, 2, 7, 1e9, NaN, "x", "", true, null, [], {}, [1], "default", undefined];
const KEYS = [
  "id",
  "level",
  "colspan",
  "rowspan",
  "colwidth",
  "textColor",
  "checked",
  "language",
  "start",
  "url",
  "previewWidth",
];

/** An element or a text of any name, with any attributes, and any others in it. */
export function generated(chance: Chance, depth = 0): Y.XmlElement | Y.XmlText {
  if (chance.happens(0.25)) {
    const line = new Y.XmlText("some letters");
    if (chance.happens(0.3))
      line.format(2, 4, {
        [chance.of(["bold", "link", "comment--abcd1234", "nothing", "textColor"])]: chance.of([
          true,
          {},
          { href: 1 },
          { stringValue: "red" },
        ]),
      });
    return line;
  }
  const attrs = Object.fromEntries(
    KEYS.filter(() => chance.happens(0.15)).map((key) => [key, chance.of(VALUES)]),
  );
  const kids =
    depth > 6 ? [] : Array.from({ length: chance.below(4) }, () => generated(chance, depth + 1));
  return element(chance.of(NAMES), attrs, ...kids);
}

/** Puts by chance what no editor writes into a fragment: shapes without a name, and of those with one. */
export function spoil(fragment: Y.XmlFragment, chance: Chance): void {
  const group = fragment.get(0) as Y.XmlElement;
  for (let i = chance.below(5); i >= 0; i--)
    (chance.happens(0.8) ? group : fragment).push([generated(chance)]);
  for (let i = chance.below(3); i > 0; i--) chance.of(Object.values(malformed()))(group, fragment);
}
