/** Documents and what the page makes of them: the server reads the same documents, and says the same (`tests/it/rendered.rs`). */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { PlainBlock } from "../src/forms/blocks";
import { htmlOf } from "../src/forms/html/write";
import { markdownOf } from "../src/forms/markdown";
import { NAMES } from "../src/forms/html/colours";
import { wordsOf } from "../src/forms/plain";
import { mainOf, STYLE } from "../src/take/page";
import theme from "../src/theme.css?raw";
import { Person } from "./binding/world";
import { RICH } from "./forms/rich";
import { Dice, randomBy } from "./forms/random";

interface Example {
  name: string;
  /** Base64 of one Yjs update. */
  update: string;
  markdown: string;
  text: string;
  /** As a web page that is kept, without what stands around it. */
  page: string;
}

const FILE = "../tests/data/forms/documents.json";
const SHEET = "../assets/page.css";
/** As many as show every kind, mark and nasty character together; `DOCUMENTS=2000` looks for the rare. */
const RANDOM = Number(process.env.DOCUMENTS ?? 40);
const FIRST_SEED = Number(process.env.SEED ?? 7_780);
/** Far longer than it takes on a busy machine. */
const LONG_MS = 600_000;

const read = (person: Person): Omit<Example, "name" | "update"> => {
  const blocks = person.editor.document as unknown as PlainBlock[];
  const { heading, main } = mainOf("notes", htmlOf(blocks));
  return { markdown: markdownOf(blocks), text: wordsOf(blocks), page: heading + main };
};

/** As somebody else reads it, who has only the document. */
function readAlone(update: Uint8Array): Omit<Example, "name" | "update"> {
  const holds = new Person({ bare: true });
  Y.applyUpdate(holds.doc, update);
  const reader = new Person({ bare: true, holds });
  const told = read(reader);
  reader.leave();
  holds.leave();
  return told;
}

function written(name: string, blocks: readonly PlainBlock[]): Example {
  const person = new Person({ client: 1 });
  person.editor.replaceBlocks(person.editor.document, blocks as never);
  const update = Y.encodeStateAsUpdate(person.doc);
  person.leave();
  return { name, update: Buffer.from(update).toString("base64"), ...readAlone(update) };
}

/** Marks that end or begin at an emoji, with a letter on their other side: some readers of Markdown close them there, others don't. */
const EMOJI: PlainBlock[] = ["bold", "italic", "strike"].map((mark) => ({
  type: "paragraph",
  content: [
    { type: "text", text: "1", styles: {} },
    { type: "text", text: "👧 a | b 👧", styles: { [mark]: true } },
    { type: "text", text: "1", styles: {} },
  ],
}));

function* documents(): Generator<Example> {
  yield written("rich", RICH);
  yield written("emoji beside marks", EMOJI);
  for (let i = 0; i < RANDOM; i += 1) {
    const form = i % 2 ? "html" : "markdown";
    yield written(`random ${FIRST_SEED + i}`, new Dice(randomBy(FIRST_SEED + i)).blocks(form));
  }
}

test(
  "the page reads each document as the server does",
  () => {
    if (process.env.FADEPAD_WRITE_EXAMPLES)
      writeFileSync(
        process.env.DOCUMENTS_FILE ?? FILE,
        `${JSON.stringify([...documents()], null, 1)}\n`,
      );
    const examples = JSON.parse(
      readFileSync(process.env.DOCUMENTS_FILE ?? FILE, "utf8"),
    ) as Example[];
    expect(examples.length).toBeGreaterThan(20);
    for (const { name, update, ...told } of examples)
      expect(readAlone(Buffer.from(update, "base64")), name).toEqual(told);
  },
  LONG_MS,
);

/** The page's own colours that a kept one needs, as `--name: #rrggbb;`: light, then dark. */
const THEMES = theme
  .split("@media screen")
  .map((part) =>
    (part.match(/--[\w-]+: #\w{6};/g) ?? []).filter((one) =>
      new RegExp(
        `^--(paper|ink2?|line|edge|hover|accent|on-accent|(${NAMES.join("|")})(-back)?):`,
      ).test(one),
    ),
  )
  .map((colours) => colours.join(""));

/** The sheet with the colours that `theme.css` has now. */
function renewed(sheet: string): string {
  const themes = [...THEMES];
  return sheet.replace(/(?<=\{color-scheme:\w+;)[^}]*/g, () => themes.shift() ?? "");
}

test("a kept page, the page's and the server's, has the colours of the page", () => {
  const sheet = readFileSync(SHEET, "utf8");
  if (process.env.FADEPAD_WRITE_EXAMPLES && !process.env.DOCUMENTS_FILE)
    writeFileSync(SHEET, renewed(sheet));
  expect(THEMES.map((colours) => colours.split("--paper: #").length)).toEqual([2, 2]);
  expect(sheet).toBe(renewed(sheet));
  for (const name of NAMES) {
    expect(STYLE).toContain(`[data-text-color=${name}]{color:var(--${name})}`);
    expect(STYLE).toContain(`[data-background-color=${name}]{background:var(--${name}-back)}`);
  }
});
