/** Word and OpenDocument files of one rich document, read by programs that have nothing to do with us, block by block. */
import { convertToHtml } from "mammoth";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { PlainBlock } from "../src/forms/blocks";
import { docxOf } from "../src/forms/docx/write";
import { odtOf } from "../src/forms/odt/write";
import { htmlOf } from "../src/forms/html/write";
import { markdownOf } from "../src/forms/markdown";
import { xmlText } from "../src/forms/xml";
import { pageOf } from "../src/take/page";
import { seedOf } from "./binding/random";
import { Dice, randomBy } from "./forms/random";
import { alike, expected } from "./files/expected";
import { needs, office, pandoc, pdfText } from "./files/readers";
import { RICH } from "./files/rich";

const ABOUT = { title: "kite-42", when: "24 November 2026, 14:32", language: "en" };
const WANTED = alike(expected(RICH));
/** Offices take their time. */
const LONG_MS = 120_000;

test("pandoc reads every block of the Word file: its kind, its number, its words, and cells that span", async (context) => {
  needs(context, "pandoc");
  expect(alike(pandoc("a.docx", await docxOf(RICH, ABOUT)))).toEqual(WANTED);
});

/** In LibreOffice's HTML, what stands in an item beside its line has no place that pandoc knows. */
const isThere = (line: string) => line !== "text:" && line !== "text: a paragraph in the item";

/** Code is its letters alone, where a program has no name for it. */
const uncoded = (lines: readonly string[]): string[] =>
  alike(lines.map((line) => line.replace(/^code: /, "text: "))).map((line) =>
    line.replace(/ *\n\s*/g, "\n"),
  );

/** Without tables, and with each list of numbers counted from one. */
const plain = (lines: readonly string[]): string[] =>
  uncoded(lines.filter((line) => !line.startsWith("cell "))).map((line) =>
    line.replace(/^\d+: /, "number: "),
  );

test(
  "LibreOffice reads every block of the OpenDocument file, numbers and cells that span too",
  (context) => {
    needs(context, "soffice", "pandoc");
    const [head, ...lines] = uncoded(pandoc("a.html", office("a.odt", odtOf(RICH, ABOUT), "html")));
    expect(head).toBe(`text: ${ABOUT.title} ${ABOUT.when}`); // the page's head; its foot is the number of pages
    expect(lines.at(-1)).toMatch(/^text: \d$/);
    expect(lines.slice(0, -1).filter(isThere)).toEqual(uncoded(WANTED).filter(isThere));
  },
  LONG_MS,
);

test("pandoc reads every block of the OpenDocument file but the table, whose spans it does not know", (context) => {
  needs(context, "pandoc");
  expect(plain(pandoc("a.odt", odtOf(RICH, ABOUT)))).toEqual(plain(WANTED));
});

/** Markdown has no box in a bullet for pandoc but in its own words, and no spans: HTML stands for the table there. */
test.each([
  ["a.md", () => markdownOf(RICH)],
  ["a.html", () => pageOf("kite-42", htmlOf(RICH), "kept")],
])("pandoc reads every line of %s in its order", (name, write) => {
  const found = pandoc(name, write())
    .map((line) => xmlText(line).replaceAll("\ufffd", "").normalize()) // half a letter is none in a file
    .map((line) => line.replace(/^(cell )?[\w×x]+( \w+)?: /, ""))
    .join("\n")
    .replace(/\s+/g, " ");
  let at = 0;
  for (const line of WANTED) {
    const words = line
      .replace(/^(cell )?[\w]+: /, "")
      .replace(/^[☑☐] /, "")
      .replace(/\s+/g, " ")
      .trim()
      .normalize();
    const next = found.indexOf(words, at);
    expect(next, `${words} after ${found.slice(Math.max(0, at - 60), at)}`).toBeGreaterThanOrEqual(
      0,
    );
    at = next + words.length;
  }
});

test("mammoth finds marks, links, tick boxes and spans in the Word file", async () => {
  const buffer = Buffer.from(await docxOf(RICH, ABOUT));
  const { value } = await convertToHtml({ buffer });
  for (const part of [
    "<strong>bold</strong>",
    "<em>italic</em>",
    "<s>struck</s>",
    '<a href="https://a.example/x_y?q=a&amp;b=c#d">a link</a>',
    '<input type="checkbox" checked="checked"/> Release candidate goes out',
    '<input type="checkbox"/> Ask legal',
    '<td rowspan="2">',
    "שלום עולם",
    "👩‍👩‍👧",
  ])
    expect(value.replaceAll(" />", "/>")).toContain(part);
});

test(
  "both files are set on pages with title, date and number, and with every line",
  async (context) => {
    needs(context, "soffice", "pdftotext");
    for (const [name, bytes] of [
      ["a.docx", await docxOf(RICH, ABOUT)],
      ["a.odt", odtOf(RICH, ABOUT)],
    ] as const) {
      const text = pdfText(office(name, bytes, "pdf"));
      for (const words of [
        "kite-42",
        ABOUT.when,
        "Sprint review",
        "4. ",
        "☑",
        "1 < 2 && 3 > 2",
        "a paragraph in the item",
        "The smallest heading",
      ])
        expect(text, name).toContain(words);
    }
  },
  LONG_MS,
);

test("both files name the colours, and hold no address that no link may have", async () => {
  const trap = [
    {
      type: "paragraph",
      content: [
        {
          type: "link" as const,
          href: "javascript:alert(1)",
          content: [{ type: "text" as const, text: "trap", styles: {} }],
        },
        {
          type: "text" as const,
          text: "red",
          styles: { textColor: "red", backgroundColor: '"/><x' },
        },
      ],
    },
  ];
  for (const bytes of [await docxOf(trap, ABOUT), odtOf(trap, ABOUT)]) {
    const all = Object.entries(unzipSync(bytes))
      .filter(([name]) => name.endsWith("xml") || name.endsWith(".rels"))
      .map(([, part]) => new TextDecoder().decode(part))
      .join("");
    expect(all).toContain("trap");
    expect(all.toLowerCase()).toContain("a8201a");
    expect(all).not.toContain("javascript");
    expect(all).not.toContain("<x");
  }
});

const SEED = seedOf("files");
const ROUNDS = Number(process.env.ROUNDS ?? 30);

test(`random blocks give files that are well-formed, whatever stands in them (SEED=${SEED})`, async () => {
  for (let i = 0; i < ROUNDS; i += 1) {
    const blocks = new Dice(randomBy(SEED + i)).blocks("html", 3, 8);
    for (const bytes of [await docxOf(blocks, ABOUT), odtOf(blocks, ABOUT)])
      for (const [name, part] of Object.entries(unzipSync(bytes))) {
        if (!/\.(xml|rels)$/.test(name)) continue;
        const xml = new DOMParser().parseFromString(
          new TextDecoder().decode(part),
          "application/xml",
        );
        expect(xml.querySelector("parsererror"), `SEED=${SEED + i} ROUNDS=1 ${name}`).toBeNull();
      }
  }
});

const line = (type: string, text: string, children: PlainBlock[] = []): PlainBlock => ({
  type,
  content: [{ type: "text", text, styles: {} }],
  children,
});

test("a list in what folds stands in as far as the words beside it, also in OpenDocument", () => {
  const inside = [
    line("bulletListItem", "item", [line("bulletListItem", "deep")]),
    line("paragraph", "words"),
  ];
  const file = unzipSync(odtOf([line("toggleListItem", "head", inside)], ABOUT));
  const xml = strFromU8(file["content.xml"] as Uint8Array);
  const left = (text: string): number => {
    const name = new RegExp(`text:style-name="(\\w+)">${text}<`).exec(xml)?.[1];
    const style = new RegExp(`style:name="${name}".*?</style:style>`).exec(xml)?.[0] ?? "";
    const told = (what: string) => Number(new RegExp(`fo:${what}="([-\\d.]+)cm"`).exec(style)?.[1]);
    return told("margin-left") + (text === "words" ? 0 : told("text-indent"));
  };
  expect(left("item")).toBeCloseTo(left("words"));
  expect(left("deep")).toBeCloseTo(2 * left("words"));
});
