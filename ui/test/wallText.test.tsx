/** The text on a wall: which heading is shown, whom it follows, and what strangers' blocks become. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { writeUpdate } from "y-protocols/sync";
import * as Y from "yjs";
import { drawSection } from "../src/wall/text/draw";
import { TextDoc } from "../src/wall/text/reading";
import TextPage from "../src/wall/text/TextPage";
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
  choice = follow(choose(choice, id(2), 2), id(1));
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

let leave = () => {};
afterEach(() => {
  leave();
  leave = () => {};
  vi.unstubAllGlobals();
});

/** A wall that shows these blocks; what it gives tells the headings that it offers, the present one in brackets. */
function show(...blocks: Y.XmlElement[]): () => string[] {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  const doc = read(...blocks).doc;
  const frame = encoding.encode((to) => writeUpdate(to, Y.encodeStateAsUpdate(doc)));
  vi.useFakeTimers(); // the text is drawn after a moment
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  const give = (text: Pick<TextDoc, "take">) => {
    text.take(decoding.createDecoder(frame));
    return () => {};
  };
  act(() => root.render(<TextPage title="notes" read={give} presenter={null} />));
  act(() => void vi.advanceTimersByTime(1000));
  leave = () => {
    act(() => root.unmount());
    vi.useRealTimers();
    document.body.replaceChildren();
  };
  return () =>
    [...document.querySelectorAll(".wall-headings button")].map((button) =>
      button.getAttribute("aria-current") ? `[${button.textContent}]` : `${button.textContent}`,
    );
}

const press = (key: string) => act(() => void dispatchEvent(new KeyboardEvent("keydown", { key })));

test("of any number of headings a wall offers the lit one and some around it", () => {
  const headings = show(...Array.from({ length: 2000 }, (_, i) => heading(`H${i}`)));
  expect(headings()).toHaveLength(31);
  expect(headings().slice(0, 2)).toEqual(["[H0]", "H1"]);
  for (let i = 0; i < 20; i += 1) press("ArrowRight");
  expect(headings()).toHaveLength(31);
  expect(headings()[15]).toBe("[H20]");
  const last = document.querySelectorAll<HTMLElement>(".wall-headings button")[30];
  act(() => last?.click());
  expect(headings()[15]).toBe("[H35]");
  press("End");
  expect(headings()).toHaveLength(31);
  expect(headings().at(-1)).toBe("[H1999]");
});

test("a remote reaches every heading and comes back, also where two have one id", () => {
  const headings = show(heading("A"), heading("B"), heading("A"), heading("C"));
  const lit = () => headings().findIndex((words) => words.startsWith("["));
  const there = [0];
  for (let i = 0; i < 3; i += 1) {
    press("ArrowRight");
    there.push(lit());
  }
  expect(there).toEqual([0, 1, 2, 3]);
  press("ArrowLeft");
  press("ArrowLeft");
  expect(lit()).toBe(1);
});

test("who shows is followed to the second of two headings with one id", () => {
  const blocks = [heading("A"), heading("B"), heading("A")];
  const sections = sectionsOf(read(...blocks).text.blocks());
  expect(placeOf(sections, follow(NO_CHOICE, sections[2]?.id ?? "", 2))).toBe(2);
});
