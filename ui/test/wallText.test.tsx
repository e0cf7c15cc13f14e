/** The text on a wall: which heading is shown, whom it follows, and what strangers' blocks become. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { drawSection } from "../src/wall/text/draw";
import { TextDoc } from "../src/wall/text/reading";
import { above, choose, follow, NO_CHOICE, placeOf, sectionsOf } from "../src/wall/text/sections";

type Props = Record<string, unknown>;

/** A block with a line of these words in it. */
function block(kind: string, words: string, props: Props = {}, nested: Y.XmlElement[] = []) {
  const [container, content] = [new Y.XmlElement("blockContainer"), new Y.XmlElement(kind)];
  container.setAttribute("id", `${kind}-${words}`);
  for (const [name, value] of Object.entries(props)) content.setAttribute(name, value as string);
  if (words) content.insert(0, [new Y.XmlText(words)]);
  const group = new Y.XmlElement("blockGroup");
  if (nested.length > 0) group.insert(0, nested);
  container.insert(0, nested.length > 0 ? [content, group] : [content]);
  return container;
}

const heading = (words: string, level = 2) => block("heading", words, { level });
const line = (words: string) => block("paragraph", words);

/** What a wall reads of these blocks. */
function read(...blocks: Y.XmlElement[]): { text: TextDoc; doc: Y.Doc } {
  const [doc, text] = [new Y.Doc(), new TextDoc()];
  const group = new Y.XmlElement("blockGroup");
  doc.getXmlFragment("blocknote").insert(0, [group]);
  group.insert(0, blocks);
  const frame = encoding.encode((to) => writeUpdate(to, Y.encodeStateAsUpdate(doc)));
  text.take(decoding.createDecoder(frame));
  return { text, doc };
}

const drawn = (...blocks: Y.XmlElement[]): string =>
  sectionsOf(read(...blocks).text.blocks())
    .map((section) => renderToStaticMarkup(<>{drawSection(section)}</>))
    .join("");

const words = (...blocks: Y.XmlElement[]) =>
  sectionsOf(read(...blocks).text.blocks()).map(({ words }) => words);

test("headings part the text, empty ones and empty lines before the first do not", () => {
  expect(words(line(""), heading("One"), line("a"), heading(""), heading("Two"))).toEqual([
    "One",
    "Two",
  ]);
  expect(words(line("before"), heading("One"))).toEqual(["", "One"]);
  expect(words(line("all"))).toEqual([""]);
  expect(words()).toEqual([""]);
});

test("a heading is a part of the nearest larger one above it", () => {
  const blocks = [heading("A", 1), heading("B"), heading("C", 3), heading("D")];
  const sections = sectionsOf(read(...blocks).text.blocks());
  expect(sections.map((_, at) => above(sections, at)?.words)).toEqual([undefined, "A", "B", "A"]);
});

test("a choice at the wall holds until whoever shows goes to another heading", () => {
  const sections = sectionsOf(read(heading("A"), heading("B"), heading("C")).text.blocks());
  const id = (at: number) => sections[at]?.id ?? "";
  let choice = follow(NO_CHOICE, null);
  expect(placeOf(sections, choice)).toBe(0);
  choice = follow(choice, id(1));
  expect(placeOf(sections, choice)).toBe(1);
  choice = follow(choose(choice, id(2)), id(1));
  expect(placeOf(sections, choice)).toBe(2);
  expect(placeOf(sections, follow(choice, null))).toBe(2);
  expect(placeOf(sections, follow(choice, id(0)))).toBe(0);
  const gone = { ...choice, shown: "gone", at: 1 };
  expect(placeOf(sections, gone)).toBe(1);
  expect(placeOf(sections.slice(0, 1), gone)).toBe(0);
});

/** Where a caret stands behind the first thing in it. */
const at = (type: Y.XmlText | Y.XmlElement) =>
  Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(type, 1)) as unknown;

test("a caret is found in the block around it, also in a nested one, and none in what is not here", () => {
  const { text, doc } = read(heading("A"), block("paragraph", "out", {}, [line("in")]));
  const group = doc.getXmlFragment("blocknote").get(0) as Y.XmlElement;
  const outer = group.get(1) as Y.XmlElement;
  const inner = (outer.get(1) as Y.XmlElement).get(0) as Y.XmlElement;
  const letters = (inner.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  const found = text.around(at(letters));
  expect(found?.outer).toBe(text.blocks()[1]);
  expect(found?.inner.getAttribute("id")).toBe("paragraph-in");
  expect(text.around(at(group))?.outer).toBe(text.blocks()[1]);
  expect(text.around(null)).toBeNull();
  expect(text.around({ tname: "elsewhere", type: null, item: null, assoc: 0 })).toBeNull();
  const never = { type: null, tname: null, item: { client: 5, clock: 7 }, assoc: 0 };
  expect(text.around(never)).toBeNull();
});

test("whatever strangers wrote is words or grey: no tag, no address, no picture of elsewhere, no other style", () => {
  const hostile = "<img src=x onerror=alert(1)>";
  const html = drawn(
    line(hostile),
    block("image", "", { url: "https://evil.example/x.png", name: hostile }),
    block("image", "", { url: "javascript:alert(1)", caption: "c" }),
    block("embed", hostile),
    block("paragraph", "styled", { textColor: "red;position:fixed", textAlignment: "x" }),
    block("numberedListItem", "n", { start: "many" }),
    new Y.XmlElement("script"),
  );
  expect(html).not.toMatch(/<img|<script|<a |href=|evil\.example|javascript:|position/);
  expect(html).toContain("&lt;img src=x onerror=alert(1)&gt;");
  expect(html.match(/wall-misfit/g)).toHaveLength(2);
});

test("a done box is ticked and named by its words, numbers go on, and a picture of the pad is shown", () => {
  const html = drawn(
    block("checkListItem", "done", { checked: true }),
    block("checkListItem", "open"),
    block("numberedListItem", "three", { start: 3 }),
    block("numberedListItem", "four"),
    block("quote", "careful", { callout: "caution" }),
    block("quote", "plain", { callout: "else" }),
    block("image", "", { url: "/f/abc", name: "map", caption: "The map" }),
  );
  expect(html.match(/aria-checked="true"/g)).toHaveLength(1);
  expect(html.match(/aria-checked="false"/g)).toHaveLength(1);
  expect(html).toMatch(/3\..*4\./);
  expect(html.match(/data-callout="[a-z]+"/g)).toEqual(['data-callout="caution"']);
  expect(html).toContain('<img src="/f/abc" alt="map"');
});

test("a text of any depth and length is drawn as far as a wall has room", () => {
  let deep = line("bottom");
  for (let i = 0; i < 200; i += 1) deep = block("paragraph", `${i}`, {}, [deep]);
  expect(drawn(deep)).not.toContain("bottom");
  const many = drawn(...Array.from({ length: 1000 }, (_, i) => line(`line ${i}.`)));
  expect(many).toContain("line 0.");
  expect(many.match(/wall-block/g)?.length).toBe(400);
});
