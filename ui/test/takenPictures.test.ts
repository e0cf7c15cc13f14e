/** Pictures in what people take away and bring back: beside Markdown, in Word and OpenDocument files, in pages. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { afterEach, expect, test, vi } from "vitest";
import { api, ApiError } from "../src/api";
import type { PlainBlock } from "../src/forms/blocks";
import { docxOf } from "../src/forms/docx/write";
import { htmlOf } from "../src/forms/html/write";
import { blocksOfMarkdown, markdownOf } from "../src/forms/markdown";
import { Names, isBeside, pictureKind, placedSize, type OfficePicture } from "../src/forms/media";
import { odtOf } from "../src/forms/odt/write";
import { readHtml } from "../src/pad/clipboard/read";
import { Along, sourcesIn, withoutPictures } from "../src/pad/bring/along";
import { besideText, toldFiles, withPictures } from "../src/pad/pictures/gather";
import { placesFor } from "../src/pad/pictures/queue";
import { isOnItsWay } from "../src/pad/pictures/reference";
import { pageOf } from "../src/take/page";
import { office } from "./files/readers";

const ABOUT = { title: "kite-42", when: "24 November 2026, 14:32", language: "en" };
const LONG_MS = 120_000;

function chunk(kind: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(strToU8(kind), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** A real PNG of one colour. */
function png(width: number, height: number, red = 200): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 2], 8);
  const row = [0, ...Array.from({ length: width }, () => [red, 80, 40]).flat()];
  const rows = Uint8Array.from(Array.from({ length: height }, () => row).flat());
  const parts = [
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", new Uint8Array()),
  ];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

const SMALL = png(40, 20);
const picture = (url: string, props = {}): PlainBlock => ({
  type: "image",
  props: { url, name: "Tafel.png", caption: "What we drew", previewWidth: 320, ...props },
});
const TEXT = (words: string): PlainBlock => ({
  type: "paragraph",
  content: [{ type: "text", text: words, styles: {} }],
});

const html = (words: string) => new DOMParser().parseFromString(words, "text/html").body;
const beside = (path: string) => (path === "a.png" ? { url: "#brought-0", isPicture: true } : null);

/** A server that has these files. */
function server(files: Record<string, Uint8Array<ArrayBuffer>>) {
  const asked: string[] = [];
  vi.spyOn(api, "file").mockImplementation(async (path) => {
    asked.push(path);
    const bytes = files[path];
    if (!bytes) throw new ApiError(404, "");
    return new Blob([bytes], { type: pictureKind(bytes)?.type ?? "" });
  });
  return asked;
}
afterEach(() => vi.restoreAllMocks());

test("names in a zip lead nowhere else, are none of a system's own, and each stands once", () => {
  const names = new Names();
  const of = (name: string) => names.of(name, { usual: "picture", ending: "png" });
  expect(
    [
      "../../x.png",
      "X.PNG",
      "C:\\temp\\Tafel 1.jpeg",
      "con.png",
      "COM¹.png",
      "",
      ".png",
      "a/b/../\u202Egnp.exe",
      "Straße \u{1f600}.webp",
      "\u0000\u0001",
    ].map(of),
  ).toEqual([
    "x.png",
    "X-2.png",
    "C-temp-Tafel-1.png",
    "con-file.png",
    "COM¹-file.png",
    "picture.png",
    "png.png",
    "a-b-gnp-exe.png",
    "Straße.png",
    "picture-2.png",
  ]);
  expect(new Names().of("y".repeat(300), { usual: "file" })).toHaveLength(60);
  expect(new Names().of("notes.tar.gz", { usual: "file" })).toBe("notes-tar.gz");
  expect(["files/a.png", "files/../a.png", "files/.a", "/files/a.png"].map(isBeside)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("Markdown stands in a zip beside its pictures, each once, and comes back from there with their words", async () => {
  const asked = server({ "/f/a": SMALL, "/f/b": strToU8("%PDF-1.7") as Uint8Array<ArrayBuffer> });
  const text: PlainBlock[] = [
    TEXT("before"),
    picture("/f/a#b=Milo&w=40&h=20"),
    { type: "bulletListItem", content: [], children: [picture("/f/a#b=Milo", { caption: "" })] },
    { type: "file", props: { url: "/f/b#s=8", name: "plan (1).pdf" } },
    picture("/f/gone", { caption: "", name: "gone.png" }),
    picture("#up=1&b=Milo", { caption: "", name: "coming.png" }),
    picture("https://a.example/x.png", { caption: "", name: "elsewhere" }),
  ];
  const { blocks, files } = await besideText(text);
  expect(asked.sort()).toEqual(["/f/a", "/f/b", "/f/gone"]);
  expect(Object.keys(files)).toEqual(["files/Tafel.png", "files/plan-1.pdf"]);
  const markdown = markdownOf(blocks);
  expect(markdown).toBe(
    'before\n\n![Tafel.png](files/Tafel.png "What we drew")\n\n- <!-- -->\n\n  ![Tafel.png](files/Tafel.png)\n\n' +
      "[plan (1).pdf](files/plan-1.pdf)\n\ngone.png\n\ncoming.png\n\n[elsewhere](https://a.example/x.png)\n",
  );
  const back = blocksOfMarkdown(markdown, html, (path) =>
    path in files ? { url: `#${path}`, isPicture: path.endsWith("png") } : null,
  );
  expect(back.slice(0, 4)).toEqual([
    TEXT("before"),
    {
      type: "image",
      props: { url: "#files/Tafel.png", name: "Tafel.png", caption: "What we drew" },
    },
    {
      type: "bulletListItem",
      content: [],
      children: [{ type: "image", props: { url: "#files/Tafel.png", name: "Tafel.png" } }],
    },
    { type: "file", props: { url: "#files/plan-1.pdf", name: "plan (1).pdf" } },
  ]);
});

test("a picture among words comes behind them, and an address that lies nowhere stays a word", () => {
  expect(blocksOfMarkdown("see ![one](a.png) and ![two](b.png)", html, beside)).toEqual([
    {
      type: "paragraph",
      content: [
        { type: "text", text: "see  and ", styles: {} },
        {
          type: "link",
          href: "b.png",
          content: [{ type: "text", text: "two", styles: {} }],
        },
      ],
    },
    { type: "image", props: { url: "#brought-0", name: "one" } },
  ]);
});

test("a page holds a picture with its caption and width, and a page of ours gives all three back", async () => {
  server({ "/f/a": SMALL });
  const blocks = await withPictures([picture("/f/a#w=40&h=20")], { named: true });
  const page = pageOf("notes", htmlOf(blocks), "kept");
  expect(page).toContain("<figcaption");
  const along = new Along();
  const cut = await withoutPictures(page, along);
  expect([along.all.length, cut.includes("base64")]).toEqual([1, false]);
  expect(along.all[0]).toEqual(SMALL);
  expect([...sourcesIn(cut)]).toEqual([["/f/a", 0]]);
  expect(readHtml(cut, along.has).blocks.filter(({ type }) => type === "image")).toEqual([
    {
      type: "image",
      props: {
        url: "#brought-0",
        name: "Tafel.png",
        caption: "What we drew",
        previewWidth: 320,
      },
    },
  ]);
  expect(readHtml(cut).blocks.some(({ type }) => type === "image")).toBe(false);
});

test("a megabyte of pictures that are never closed is looked through once", () => {
  const hostile = "<img ".repeat(200_000) + '<img data-file="/f/a" src="#brought-0">';
  const before = process.cpuUsage();
  expect([...sourcesIn(hostile)]).toEqual([["/f/a", 0]]);
  expect([...sourcesIn("<img " + "x".repeat(1 << 20))]).toEqual([]);
  expect([...sourcesIn('<img data-file="/f/a" '.repeat(50_000))]).toEqual([]);
  expect([...sourcesIn("<img " + 'data-file="/f/a" '.repeat(50_000))]).toEqual([]);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(2000); // what looks on from each of them takes minutes
});

test("what only says to be a picture is cut out of a page and never one", async () => {
  const svg = btoa("<svg onload='alert(1)'>");
  const [along, page] = [
    new Along(),
    `<p><img src="data:image/png;base64,${svg}"><img src='data:image/svg+xml;base64,${svg}'>` +
      `<img alt=x src="data:image/png;base64,%%%"><p>src="data:image/png;base64,iVBO`,
  ];
  const cut = await withoutPictures(page, along);
  expect(along.all).toEqual([]);
  expect(readHtml(cut, along.has).blocks.some(({ type }) => type === "image")).toBe(false);
});

test("of pictures that are too many for one page the words are left", async () => {
  const large = new Uint8Array(30_000_000);
  large.set(SMALL);
  server({ "/f/a": large });
  const blocks = await withPictures(Array.from({ length: 4 }, () => picture("/f/a")));
  expect(blocks.map(({ props }) => props?.url?.slice(0, 10) ?? "")).toEqual([
    "data:image",
    "data:image",
    "",
    "",
  ]);
});

test("a file that is no picture is told with its size and where it is kept", () => {
  const [block] = toldFiles([
    { type: "file", props: { url: "/f/b#s=1200000", name: "plan.pdf", caption: "ours" } },
  ]);
  expect(block?.props).toEqual({
    url: `${location.origin}/f/b`,
    name: "plan.pdf, 1.2 MB",
    caption: "",
  });
});

test("a picture stands as wide as somebody made it, and never beyond its page", () => {
  const most = { width: 600, height: 800 };
  const of = (width: number, height: number, wanted?: number) => {
    const { width: w, height: h } = placedSize({ width, height }, wanted, most);
    return [w, h];
  };
  expect(of(400, 300)).toEqual([400, 300]);
  expect(of(2560, 1440)).toEqual([600, 338]);
  expect(of(2560, 1440, 320)).toEqual([320, 180]);
  expect(of(100, 2000)).toEqual([40, 800]);
  expect(of(1, 1_000_000)).toEqual([1, 1_000_000]);
});

const OFFICE = new Map<string, OfficePicture>([
  ["/f/a", { bytes: png(400, 200), kind: "png", width: 400, height: 200 }],
]);
const RICH: PlainBlock[] = [
  TEXT("before"),
  picture("/f/a#w=400&h=200"),
  { type: "bulletListItem", content: [], children: [picture("/f/a", { caption: "" })] },
  TEXT("after"),
];

/** What pandoc takes out of a file, and what it says of each picture. */
function pandocPictures(name: string, bytes: Uint8Array): { media: Uint8Array[]; said: string } {
  const folder = mkdtempSync(join(tmpdir(), "fadepad-pictures-"));
  try {
    writeFileSync(join(folder, name), bytes);
    const said = execFileSync(
      "pandoc",
      [join(folder, name), "-t", "markdown", `--extract-media=${folder}/out`],
      { encoding: "utf8" },
    );
    const media = (readdirSync(join(folder, "out"), { recursive: true }) as string[])
      .filter((one) => one.endsWith(".png"))
      .map((one) => new Uint8Array(readFileSync(join(folder, "out", one))));
    return { media, said: said.replaceAll(`${folder}/`, "").replace(/[\s>]+/g, " ") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** 320 by 160 pixels, as each of them measures. */
const SIZED = /\{width="(3\.33\d*in|8\.467cm)" height="(1\.66\d*in|4\.233cm)"\}/g;

test.each(["docx", "odt"] as const)(
  "pandoc finds in the %s file each picture once, in its size, with its words",
  async (form) => {
    const write = form === "docx" ? docxOf : odtOf;
    const { media, said } = pandocPictures(`a.${form}`, await write(RICH, ABOUT, OFFICE));
    expect(media).toEqual([OFFICE.get("/f/a")?.bytes]);
    expect(said.match(SIZED), said).toHaveLength(2);
    expect(said.toLowerCase()).toMatch(/before .*tafel\.png.*what we drew.* after/); // it writes titles small
  },
);

test.each([
  ["docx", "odt"],
  ["odt", "docx"],
] as const)(
  "LibreOffice makes of the %s file one of the other kind with the same pictures in their sizes",
  async (form, other) => {
    const write = form === "docx" ? docxOf : odtOf;
    const made = new Uint8Array(office(`a.${form}`, await write(RICH, ABOUT, OFFICE), other));
    const { media, said } = pandocPictures(`a.${other}`, made);
    expect(media).toEqual([OFFICE.get("/f/a")?.bytes]);
    expect(said.match(SIZED)).toHaveLength(2);
    expect(said).toMatch(/before .*What we drew.* after/);
  },
  LONG_MS,
);

test("an office file has the words of a picture that could not be had", async () => {
  const words = strFromU8(unzipSync(odtOf(RICH, ABOUT))["content.xml"] ?? new Uint8Array());
  const word = strFromU8(
    unzipSync(await docxOf(RICH, ABOUT))["word/document.xml"] ?? new Uint8Array(),
  );
  for (const xml of [words, word]) {
    expect(xml).toContain("What we drew");
    expect(xml).not.toMatch(/<(draw:frame|w:drawing)/);
  }
});

test("what comes along has one place on its way, however often it stands in the text", () => {
  const file = {
    file: new File([SMALL], "a.png"),
    isPicture: true,
    size: { width: 40, height: 20 },
  };
  const { blocks, along } = placesFor(
    "kite-42",
    [
      picture("#brought-0"),
      { ...TEXT("x"), children: [picture("#brought-0")] },
      picture("#brought-7"),
    ],
    new Map([[0, file]]),
  );
  const urls = [blocks[0], blocks[1]?.children?.[0], blocks[2]].map((one) => one?.props?.url ?? "");
  expect(urls[0]).toBe(urls[1]);
  expect(urls.map(isOnItsWay)).toEqual([true, true, false]);
  expect(along).toHaveLength(1);
});
