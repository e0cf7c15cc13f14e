/** What is brought in: which files are which, what stands in them, and a document that goes on with its history. */
import { strToU8, zipSync } from "fflate";
import { convertToHtml } from "mammoth";
import { afterEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { CALLOUTS, calloutOf, type PlainBlock } from "../src/forms/blocks";
import { htmlOf } from "../src/forms/html/write";
import { markdownOf } from "../src/forms/markdown";
import { odtHtml } from "../src/forms/odt/read";
import { odtOf } from "../src/forms/odt/write";
import { wordsOf } from "../src/forms/plain";
import { docxOf } from "../src/forms/docx/write";
import { isZippedText, kindOf } from "../src/pad/bring/kind";
import { isDeepMarkdown, shallowHtml } from "../src/pad/bring/deep";
import { kinOf, plantBrought } from "../src/pad/bring/plant";
import { partsOf, textsOf } from "../src/pad/bring/parts";
import { htmlPortions, markdownPortions } from "../src/pad/bring/portions";
import { documentIn, missingIn } from "../src/pad/bring/state";
import { decoded, portionBlocks, readFile } from "../src/pad/bring/read";
import { Refused } from "../src/pad/bring/refused";
import { STYLES } from "../src/pad/bring/wordStyles";
import { readHtml, readMarkdown } from "../src/pad/clipboard/read";
import { compactState } from "../src/pad/compact";
import { plantSeed, ROOT } from "../src/pad/seed";
import { capsuleElement, stateIn } from "../src/take/capsule";
import { pageOf } from "../src/take/page";
import { seedOf } from "./binding/random";
import { Dice, randomBy } from "./forms/random";
import { seen } from "./forms/seen";
import { lying } from "./files/lying";
import { block, RICH } from "./files/rich";

const ABOUT = { title: "kite-42", when: "24 November 2026, 14:32", language: "en" };
const SEED = seedOf("portions");

/** A pad in which somebody has typed these lines, and deleted one more. */
function written(epoch: string, client: number, ...lines: string[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  plantSeed(doc, epoch, null);
  const group = doc.getXmlFragment(ROOT).get(0) as Y.XmlElement;
  const add = (words: string) => {
    const [container, paragraph] = [
      new Y.XmlElement("blockContainer"),
      new Y.XmlElement("paragraph"),
    ];
    container.setAttribute("id", `id-${words}`);
    paragraph.insert(0, [new Y.XmlText(words)]);
    container.insert(0, [paragraph]);
    group.push([container]);
  };
  lines.forEach(add);
  add("DELETED-WORDS");
  group.delete(group.length - 1, 1);
  return doc;
}

const linesIn = (doc: Y.Doc): string[] =>
  [...doc.getXmlFragment(ROOT).createTreeWalker((node) => node instanceof Y.XmlText)]
    .map(String)
    .filter(Boolean);

const A = "b5fb3a3931891af4";
const B = "00000000000abcde";

/** A pad in life B into which this was brought before anybody had typed. */
function begun(update: Uint8Array<ArrayBuffer>): Y.Doc {
  const doc = new Y.Doc();
  plantSeed(doc, B, null);
  plantBrought(doc, B, { update }, "pad");
  return doc;
}

test("a capsule goes on with its history: two who bring the same double nothing, and nothing deleted is in it", () => {
  const before = written(A, 7, "one", "two");
  const page = pageOf("kite", htmlOf([block("paragraph", {}, ["one"])]), "kept", {
    capsule: capsuleElement(compactState(before)),
  });
  const bytes = stateIn(page) as Uint8Array;
  expect(Buffer.from(bytes).includes("DELETED-WORDS")).toBe(false);
  const brought = documentIn(bytes);
  if (!brought) throw new Error("no document");
  expect(wordsOf(brought.blocks)).toBe("\none\ntwo");

  const [anna, milo] = [begun(brought.update), begun(brought.update)];
  Y.applyUpdate(anna, Y.encodeStateAsUpdate(milo));
  Y.applyUpdate(milo, Y.encodeStateAsUpdate(anna));
  for (const doc of [anna, milo]) {
    expect(linesIn(doc)).toEqual(["one", "two"]);
    expect(doc.getXmlFragment(ROOT).length).toBe(1);
    expect(doc.getXmlFragment(ROOT).toString()).toBe(before.getXmlFragment(ROOT).toString());
  }
  // what somebody wrote on in the old pad meanwhile is the same text still
  const group = before.getXmlFragment(ROOT).get(0) as Y.XmlElement;
  ((group.get(1) as Y.XmlElement).get(0) as Y.XmlElement).insert(1, [new Y.XmlText(" and more")]);
  const later = documentIn(compactState(before));
  if (!later) throw new Error("no document");
  expect(kinOf(later, anna)).toBe("kin");
  plantBrought(anna, B, later, "pad");
  expect(linesIn(anna)).toEqual(["one", " and more", "two"]);
  expect(kinOf(later, anna)).toBe("same");
  expect(kinOf(later, written(B, 9, "other"))).toBe("other");
});

test("a capsule takes away nothing that somebody has written by then, whatever it is", () => {
  const brought = documentIn(compactState(written(A, 7, "one", "two")));
  if (!brought) throw new Error("no document");
  const box = written(B, 9);
  ((box.getXmlFragment(ROOT).get(0) as Y.XmlElement).get(0) as Y.XmlElement).insert(1, [
    new Y.XmlElement("blockGroup"),
  ]);
  const letters = written(B, 9);
  const [first] = letters
    .getXmlFragment(ROOT)
    .createTreeWalker((node) => node instanceof Y.XmlText);
  (first as unknown as Y.XmlText).insert(0, "M");
  for (const doc of [
    box,
    letters,
    written(B, 9, "other"),
    written("00000000000abcdf", 9, "another capsule"),
  ]) {
    const before = doc.getXmlFragment(ROOT).toString();
    expect(plantBrought(doc, B, brought, "pad"), before).toBe(false);
    expect(doc.getXmlFragment(ROOT).toString()).toBe(before);
  }
  const emptied = written(B, 9);
  expect(plantBrought(emptied, B, brought, "pad")).toBe(true);
  expect(linesIn(emptied)).toEqual(["one", "two"]);
});

test("of a capsule that is brought beside a text twice, the second time nothing is missing", () => {
  const brought = documentIn(compactState(written(A, 7, "one", "two")));
  if (!brought) throw new Error("no document");
  const here = written(B, 9, "other");
  const first = missingIn(here.getXmlFragment(ROOT), brought.blocks, brought.ids);
  expect(first.map(({ id }) => id)).toEqual([expect.stringMatching(/^first-/), "id-one", "id-two"]);
  const group = here.getXmlFragment(ROOT).get(0) as Y.XmlElement;
  for (const { id } of first) {
    const container = new Y.XmlElement("blockContainer");
    container.setAttribute("id", id ?? "");
    group.push([container]);
  }
  expect(missingIn(here.getXmlFragment(ROOT), brought.blocks, brought.ids)).toEqual([]);
});

test("bytes that are no document, or half of one, are none", () => {
  const doc = written(A, 7, "one");
  const vector = Y.encodeStateVector(doc);
  doc.clientID = 8;
  const group = doc.getXmlFragment(ROOT).get(0) as Y.XmlElement;
  group.insert(1, [new Y.XmlElement("blockContainer")]);
  for (const bytes of [
    new Uint8Array([1, 2, 3]),
    new Uint8Array(0),
    Y.encodeStateAsUpdate(new Y.Doc()),
    Y.encodeStateAsUpdate(doc, vector),
    Y.encodeStateAsUpdate(doc).slice(0, 60),
  ])
    expect(documentIn(bytes)).toBeNull();
  expect(stateIn("<p>&lt;script type=…&gt;AAAA&lt;/script&gt;</p>")).toBeNull();
});

test("an OpenDocument file with entities, or without a text, is refused", () => {
  expect(odtHtml('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "")).toBeNull();
  expect(odtHtml("<x/>", "")).toBeNull();
  expect(odtHtml("<x", "")).toBeNull();
});

test(`a text in portions is the same text (SEED=${SEED})`, async () => {
  for (let i = 0; i < 2; i += 1) {
    const dice = new Dice(randomBy(SEED + i));
    const blocks = Array.from({ length: 40 }, () => dice.blocks("markdown", 2, 6)).flat();
    const whole = seen(blocks);
    const html = pageOf("kite", htmlOf(whole), "kept");
    expect(
      seen((await htmlPortions(html)).flatMap((portion) => readHtml(portion).blocks)),
      `SEED=${SEED + i}`,
    ).toEqual(seen(readHtml(htmlOf(whole)).blocks));
    const text = markdownOf(whole);
    expect(
      seen([...markdownPortions(text)].flatMap((one) => portionBlocks(one))),
      `SEED=${SEED + i}`,
    ).toEqual(seen(readMarkdown(text)));
  }
});

test("a Markdown file with an address for each line is read as large as it is, and each link leads where it should", () => {
  const count = 6000;
  const said = Array.from({ length: count }, (_, i) => `Line ${i} with [a link][Ref  ${i}]\n`);
  const text = [...said, ...said.map((_, i) => `[ref ${i}]: https://a.example/${i}`)].join("\n");
  const portions = [...markdownPortions(text)].map((one) => one.text);
  expect(portions.length).toBeGreaterThan(count / 200);
  expect(portions.join("").length).toBeLessThan(2.2 * text.length);
  const json = JSON.stringify(
    [portions[0], portions[20]].flatMap((one) => readMarkdown(one ?? "")),
  );
  expect(json).toContain("https://a.example/0");
  expect(json.match(/https:/g)?.length).toBe(json.match(/a link/g)?.length);
});

test("one long address that every portion asks for, or labels that end nowhere, cost no more than the file", () => {
  const long = `[a]: https://a.example/${"x".repeat(200_000)}`;
  const lines = Array.from({ length: 20_000 }, () => "see [a]\n");
  const text = [...lines, long].join("\n");
  expect([...markdownPortions(text)].map((one) => one.text).join("").length).toBeLessThan(
    2.2 * text.length,
  );
  const open = "[\n".repeat(1_000_000);
  expect([...markdownPortions(open)].map((one) => one.text).join("")).toBe(open);
});

test("a list of thousands is read in parts too, and counts on", async () => {
  const count = 700;
  const items = Array.from({ length: count }, (_, i) => `item ${i}`);
  const numbered = items.map((words, i) => `${i + 3}. ${words}\n     - below it`).join("\n");
  const bullets = items.map((words) => `- ${words}`).join("\n");
  const text = `# Head\n\n${numbered}\n\n* * *\n\n${bullets}\n`;
  const portions = [...markdownPortions(text)];
  expect(portions.length).toBeGreaterThan(5);
  expect(seen(portions.flatMap((one) => portionBlocks(one)))).toEqual(seen(readMarkdown(text)));
  const html = `<ol start="3" class="x">${items.map((words) => `<li>${words}<ul><li>below it</li></ul></li>`).join("\n")}</ol>`;
  const parts = await htmlPortions(html);
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.flatMap((part) => readHtml(part).blocks)).toEqual(readHtml(html).blocks);
});

const nested = (times: number, open: string, close = ""): string =>
  `${open.repeat(times)}x${close.repeat(times)}`;

test("what lies in itself hundreds deep is refused by its own reason, and less deep comes in, thirty levels at most", async () => {
  for (const [name, content] of [
    ["a.html", nested(50_000, "<div>", "</div>")],
    ["b.html", nested(50_000, "<ul><li>a", "</li></ul>")],
    ["c.html", nested(50_000, "<b>")],
    ["d.md", nested(3000, "> ")],
    ["e.md", nested(3000, "- ")],
    ["f.md", Array.from({ length: 300 }, (_, i) => `${"  ".repeat(i)}- item ${i}`).join("\n")],
  ] as const)
    expect(await why(file(name, content)), name).toBe("deep");
  const wide = "<p>line<br><img src=x><svg><path d=1 /></svg>".repeat(700);
  expect(await why(file("wide.html", wide))).toBe("came in");
  expect(await why(file("rule.md", `a\n\n${"-".repeat(500)}\n\n${"- ".repeat(200)}`))).toBe(
    "came in",
  );
  const list = Array.from({ length: 60 }, (_, i) => `${"  ".repeat(i)}- item ${i}`).join("\n");
  const { blocks } = await readFile(file("list.md", list));
  expect(wordsOf(blocks).match(/item/g)).toHaveLength(60);
  const depthOf = (all: readonly PlainBlock[]): number =>
    all.length === 0 ? 0 : 1 + Math.max(...all.map(({ children }) => depthOf(children ?? [])));
  expect(depthOf(blocks)).toBe(31);
});

const fenced = (inside: string) => `a\n\n\`\`\`\n${inside}\n\`\`\`\n\nb`;
const page = (inside: string) => `<!doctype html><body><p>one</p>${inside}<p>two</p>`;

test("rules of a wide table and code in a fence lie in nothing, and what lies deep beside them is refused", async () => {
  const rule = `${"-".repeat(80)}+${"-".repeat(80)}`;
  const log = `${" ".repeat(240)}- Anna\n${"> ".repeat(300)}Milo`;
  for (const [name, content] of [
    ["psql.md", `a\n\n name | words\n${rule}\n Anna | hello\n\nb`],
    ["rst.md", `a\n\n+${rule}+\n| Anna | hello |\n+${rule}+\n\n*${"*".repeat(200)}*\n\nb`],
    ["log.md", fenced(log)],
    ["tildes.md", `a\n\n- item\n\n  ~~~\n${log.replace(/^/gm, "  ")}\n  ~~~\n\nb`],
    ["long.md", `${"word\n\n".repeat(400)}${fenced(log)}\n\n${"word\n\n".repeat(400)}`],
    ["html.md", `a\n\n<pre>\n${log.replaceAll(">", "+")}\n</pre>\n\nb`],
  ] as const)
    expect(await why(file(name, content)), name).toBe("came in");
  expect(await lines(file("log.md", fenced(log)))).toContain("- Anna\n> > >");

  const quotes = `${"> ".repeat(3000)}x`;
  for (const [name, content] of [
    ["after.md", `${fenced(log)}\n\n${quotes}`],
    ["list.md", `- \`\`\`\n  a\n  \`\`\`\n${quotes}\n\`\`\``],
    ["no-fence.md", `\`\`\`a\`b\n${quotes}\n\`\`\``],
    ["heading.md", `words <a\n${quotes}\n> href="b">\n===`],
    ["paragraph.md", `words\n${quotes}`],
    ["crlf.md", `a\r\n\r\n\`\`\`\r\n${quotes}\r\n\`\`\`\r\n${quotes}`],
  ] as const)
    expect(await why(file(name, content)), name).toBe("deep");
  for (const sign of ["- ", "* ", "1. ", "> "])
    expect(isDeepMarkdown(nested(3000, sign)), sign).toBe(true); // and not only once a parser gave up
});

test("what a page's scripts, styles and remarks say is no element, and none hides in them", async () => {
  const code = "for(i=0;i<n;i++)a<b;\n".repeat(600);
  for (const [name, inside] of [
    ["script.html", `<script type="module">${code}</script>`],
    ["style.html", `<STYLE>/* ${code} */</STYLE>`],
    ["remark.html", `<!-- ${nested(600, "<div>")} --><!--><!---->`],
    ["all.html", `<!--[if IE]>${code}<script><![endif]--><script>"<!--";${code}</script >`],
  ] as const)
    expect(await lines(file(name, page(inside))), name).toBe("one\ntwo");

  const deep = nested(50_000, "<div>", "</div>");
  for (const [name, inside] of [
    ["after.html", `<script>${code}</script>${deep}`],
    ["closed.html", `<!-- <script> -->${deep}`],
    ["scripted.html", `<scripted>${deep}</scripted>`],
    ["empty.html", `<!-->${deep}-->`],
  ] as const)
    expect(await why(file(name, page(inside))), name).toBe("deep");
  // where a browser sees no script, what stands there is words
  for (const open of ['<p title="<script>">', "<svg><style>", "<textarea><!--"])
    expect(shallowHtml(`${open}${deep}`)?.match(/<div/g) ?? [], open).toEqual([]);
});

const file = (name: string, ...parts: (string | Uint8Array)[]) =>
  new File(parts as BlobPart[], name);
const why = async (given: File) =>
  readFile(given).then(
    () => "came in",
    (error: unknown) => (error instanceof Refused ? error.why : String(error)),
  );

test("what does not come in is told apart, and named", async () => {
  expect(await why(file("a.md"))).toBe("empty");
  expect(await why(file("a.txt", " \n\n "))).toBe("silent");
  expect(await why(file("a.md", new Uint8Array((8 << 20) + 1)))).toBe("large");
  expect(await why(file("a.pdf", "%PDF-1.7 ..."))).toBe("pdf");
  expect(await why(file("a.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47])))).toBe("picture");
  expect(await why(file("a.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])))).toBe("doc");
  expect(await why(file("a.zip", zipSync({ "a.txt": strToU8("a") })))).toBe("zip");
  expect(await why(file("a.bin", new Uint8Array([1, 0, 2])))).toBe("unknown");
  expect(await why(file("a.yjs", "no document"))).toBe("unreadable");
  expect(await why(file("a.txt", "{\\rtf1 words}"))).toBe("rtf");
  expect(await why(file("a.mp3", "ID3\x03\x01TIT2 a song"))).toBe("unknown");
  expect(await why(file("a.gz", new Uint8Array([0x1f, 0x8b, 8, 8, 65, 66])))).toBe("unknown");
  expect(await why(file("a.xlsx", zipSync({ "xl/workbook.xml": strToU8("a") })))).toBe("cells");
  expect(kindOf("renamed.txt", await docxOf(RICH, ABOUT))).toBe("docx");
  expect(kindOf("renamed.txt", odtOf(RICH, ABOUT))).toBe("odt");
});

/** A worker in whose place a test answers. */
class Unpacker extends EventTarget {
  static does: (it: Unpacker) => void;
  postMessage() {
    queueMicrotask(() => Unpacker.does(this));
  }
  say(...all: unknown[]) {
    for (const data of all) this.dispatchEvent(Object.assign(new Event("message"), { data }));
  }
  fail(message?: string) {
    this.dispatchEvent(Object.assign(new Event("error"), { message }));
  }
  terminate() {}
}
const errors = () => vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("what reads a file and can't be fetched, what fails at it, and a file that is damaged are told apart", async () => {
  const said = errors();
  vi.stubGlobal("Worker", Unpacker);
  const docx = file("a.docx", await docxOf(RICH, ABOUT));
  const outcomes = {
    away: (it: Unpacker) => it.fail(),
    unreadable: (it: Unpacker) => it.say("ready", { refused: "unreadable" }),
    "came in": (it: Unpacker) => it.say("ready", { html: "<p>one</p>", pictures: [] }),
  };
  for (const [outcome, does] of Object.entries(outcomes)) {
    Unpacker.does = does;
    expect(await why(docx)).toBe(outcome);
  }
  expect(said).not.toHaveBeenCalled();
  Unpacker.does = (it) => {
    it.say("ready");
    it.fail("x is not a function");
  };
  expect(await why(docx)).toBe("fault");
  expect(String(said.mock.lastCall)).toContain("x is not a function");
});

test("a fault of ours is none of the file's, and the console has it; a folder is named as one that can't be opened", async () => {
  const said = errors();
  const parse = vi.spyOn(DOMParser.prototype, "parseFromString");
  const failing = async (error: Error) => {
    parse.mockImplementationOnce(() => {
      throw error;
    });
    return why(file("a.html", "<p>one</p>"));
  };
  const full = Object.assign(new Error("too much recursion"), { name: "InternalError" });
  for (const [error, outcome] of [
    [new TypeError("x is not a function"), "fault"],
    [new RangeError("Maximum call stack size exceeded"), "deep"],
    [full, "deep"], // Firefox
  ] as const) {
    expect(await failing(error)).toBe(outcome);
    expect(said.mock.lastCall).toContain(error);
  }
  const folder = Object.assign(file("notes", "x"), {
    arrayBuffer: () => Promise.reject(new DOMException("no file", "NotReadableError")),
  });
  expect(await why(folder)).toBe("closed");
});

test("of a packed bomb nothing is unpacked, and of one that lies about its size no more than it says", () => {
  const bomb = zipSync({ "word/document.xml": new Uint8Array(65 << 20) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(partsOf("docx", bomb)).toBeNull();
  const parts = partsOf("docx", lying(bomb, 1000));
  expect(parts?.["word/document.xml"]?.buffer.byteLength).toBe(1000);
  const stored = zipSync({ "a.png": new Uint8Array(65 << 20) }, { level: 0 });
  expect(partsOf("docx", lying(stored, 0))).toBeNull();
  expect(partsOf("docx", lying(bomb, 0))?.["word/document.xml"]).toHaveLength(0);
  const crowd = Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}`, strToU8("")]));
  expect(partsOf("docx", zipSync(crowd))).toBeNull();
});

test("what the page parses of an OpenDocument file has a bound of its own", () => {
  const text = zipSync({ "content.xml": new Uint8Array(9 << 20), "a.png": strToU8("a") });
  expect(partsOf("odt", text)).toBeNull();
  expect(partsOf("odt", lying(text, 1000))?.["content.xml"]).toHaveLength(1000);
  const picture = zipSync({ "content.xml": strToU8("<x/>"), "a.png": new Uint8Array(9 << 20) });
  expect(Object.keys(partsOf("odt", picture) ?? {})).toEqual(["content.xml"]);
});

const zip = (name: string, path: string) => file(name, zipSync({ [path]: strToU8("a") }));

test("the Markdown nearest to a zip's root is its text, in bounds as a whole, and what lies deeper comes along as files", async () => {
  expect(textsOf(["notes.md", "files/notes.md", "files/a.png", "b.markdown"])).toEqual([
    "b.markdown",
    "notes.md",
  ]);
  expect(textsOf(["x/notes.md", "x/files/plan.md"])).toEqual(["x/notes.md"]);
  const five = new Uint8Array(5 << 20);
  expect(partsOf("packed", zipSync({ "a.md": five, "b.md": five }))).toBeNull();
  const apart = partsOf("packed", zipSync({ "a.md": five, "files/b.md": five }));
  expect(Object.keys(apart ?? {})).toEqual(["a.md", "files/b.md"]);
  expect(await isZippedText(zip("a.zip", "notes.md"))).toBe(true);
  expect(await isZippedText(zip("a.zip", "package/README.md"))).toBe(false);
  expect(await isZippedText(zip("a.bin", "notes.md"))).toBe(false);
});

const lines = async (given: File) => wordsOf((await readFile(given)).blocks);

test("text comes in whatever wrote it: word for word, as Markdown where it is that, in every encoding", async () => {
  expect(await lines(file("a.txt", "2*3*4\n_a_"))).toBe("2*3*4\n_a_");
  expect(await lines(file("a.md", "# Plan\n\n*a*"))).toBe("Plan\na");
  expect(await lines(file("a", "<!doctype html><p>one</p><p>two</p>"))).toBe("one\ntwo");
  expect(decoded(new Uint8Array([0xff, 0xfe, 0xe4, 0]))).toBe("ä");
  expect(decoded(new Uint8Array([0xe4]))).toBe("ä");
  expect(decoded(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("a");
});

test("a text with a tick box keeps its lines, as one person wrote them for another", async () => {
  const text =
    "Shopping\nfor Sunday\n- [ ] milk\n- [x] tea\ncall Anna\nbefore six\n\n```\na\nb\n```\nend";
  const { blocks } = await readFile(file("list.txt", text));
  expect(blocks.map(({ type }) => type)).toEqual([
    "paragraph",
    "paragraph",
    "checkListItem",
    "checkListItem",
    "paragraph",
    "paragraph",
    "codeBlock",
    "paragraph",
  ]);
  expect(wordsOf(blocks)).toContain("Shopping\nfor Sunday\n");
  expect(wordsOf(blocks)).toContain("call Anna\nbefore six\n");
  const table = "| a | b |\n| --- | --- |\n| 1 | 2 |\nAfter\n- [ ] x";
  const read = (await readFile(file("t.txt", table))).blocks.map(({ type }) => type);
  expect(read).toEqual(["table", "paragraph", "checkListItem"]);
  // what a program wrote as Markdown is read as that
  expect(await lines(file("kept.md", "a\nb\n\n- [ ] c"))).not.toContain("a\nb");
});

const named = async (name: string) => (await readFile(file(name, "words"))).name;

test("a file's name in a sentence is short, and turns nothing round", async () => {
  expect(await named("plan.txt")).toBe("plan.txt");
  expect(await named("a\u202etxt.exe\n")).toBe("atxt.exe");
  expect(await named("תוכנית.txt")).toBe("\u2068תוכנית.txt\u2069");
  const long = await named(`${"minutes of the ".repeat(20)}22 November.txt`);
  expect([...long].length).toBe(61);
  expect(long).toMatch(/^minutes of the .*…\s?22 November\.txt$/);
});

test("a capsule that is damaged is a page like others", async () => {
  const page = pageOf("kite", htmlOf([block("paragraph", {}, ["one"])]), "kept", {
    capsule: capsuleElement(new Uint8Array([9, 9])),
  });
  const { blocks, state, sign } = await readFile(file("kite.capsule.html", page));
  expect([wordsOf(blocks), state, sign]).toEqual(["one", null, "html"]);
});

/** The quotes of a page, and what kind of callout each is. */
const told = (html: string) =>
  readHtml(html)
    .blocks.filter(({ type }) => type === "quote")
    .map((one) => [calloutOf(one), wordsOf([one])]);

test("callouts go into Word and OpenDocument files as paragraphs of their own style, and come back", async () => {
  const kinds = Object.keys(CALLOUTS);
  const blocks = [
    ...kinds.map((callout) => block("quote", { callout }, [`A ${callout}`])),
    block("quote", {}, ["said"]),
    block("quote", { callout: "of no kind" }, ["odd"]),
  ];
  const wanted = [...kinds.map((kind) => [kind, `A ${kind}`]), [null, "said"], [null, "odd"]];
  const buffer = Buffer.from(await docxOf(blocks, ABOUT));
  expect(told((await convertToHtml({ buffer }, { styleMap: STYLES })).value)).toEqual(wanted);
  // how it is read there needs a browser's XML: `e2e/callouts.spec.ts`
  const content = new TextDecoder().decode(partsOf("odt", odtOf(blocks, ABOUT))?.["content.xml"]);
  for (const kind of kinds) expect(content).toContain(`="Callout_20_${kind}"`);
});
