/** What people colour their words with can be read: on paper and on each background, light, dark, printed and kept. */
import { expect, test } from "vitest";
import { en as blockNoteEnglish } from "@blocknote/core/locales";
import type { PlainBlock } from "../src/forms/blocks";
import { BACKGROUNDS, COLOURS } from "../src/forms/html/colours";
import { htmlOf } from "../src/forms/html/write";
import { pageOf } from "../src/take/page";
import css from "../src/theme.css?raw";
import { contrast } from "./contrast";

const NAMES = ["gray", "brown", "red", "orange", "yellow", "green", "blue", "purple", "pink"];
/** What else is written in: text, quotes and done boxes, links. */
const INKS = ["ink", "ink2", "accent"];
/** What else is written on: the page, menus with their samples, code and heads of tables. */
const GROUNDS = ["paper", "sheet", "hover"];
/** WCAG 2.2, 1.4.3: the least contrast of text. */
const READABLE = 4.5;

type Tokens = Map<string, string>;
const tokensOf = (part: string): Tokens =>
  new Map(
    [...part.matchAll(/--([\w-]+): ?(#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [
      name,
      hex,
    ]),
  );
const [light, dark] = css.split("@media screen").map(tokensOf) as [Tokens, Tokens];

for (const [theme, tokens] of [
  ["light", light],
  ["dark", dark],
] as const) {
  test(`every colour of text is readable on every background (${theme})`, () => {
    const poor: string[] = [];
    for (const text of [...NAMES, ...INKS])
      for (const ground of [...NAMES.map((name) => `${name}-back`), ...GROUNDS]) {
        const ratio = contrast(tokens.get(text) ?? "", tokens.get(ground) ?? "");
        if (!(ratio >= READABLE)) poor.push(`${text} on ${ground}: ${ratio.toFixed(2)}`);
      }
    expect(poor).toEqual([]);
  });
}

test("the editor's nine colours are all ours, and no others", () => {
  const theirs = Object.keys(blockNoteEnglish.color_picker.colors);
  expect(theirs).toEqual(["default", ...NAMES]);
  for (const name of NAMES)
    for (const [part, token] of [
      ["text", name],
      ["background", `${name}-back`],
    ])
      expect(css).toContain(`--bn-colors-highlights-${name}-${part}: var(--${token});`);
});

test("a print takes the light colours: dark ones are for screens alone", () => {
  expect(css.indexOf('[data-theme="dark"]')).toBeGreaterThan(css.indexOf("@media screen"));
  expect(css.match(/\[data-theme="dark"\]/g)).toHaveLength(1);
});

/** A block in a colour and on it, and its words as well. */
function coloured(name: string): PlainBlock {
  const looks = { textColor: name, backgroundColor: name };
  return {
    type: "paragraph",
    props: looks,
    content: [{ type: "text", text: name, styles: looks }],
  };
}

test("a kept page has the same colours, light and dark, and gives words theirs by name", () => {
  const page = pageOf("notes", htmlOf(NAMES.map(coloured)), "kept");
  for (const name of NAMES) {
    const looks = `data-text-color="${name}" data-background-color="${name}"`;
    expect(page).toContain(
      `<p ${looks} dir="auto" data-fadepad=""><span ${looks}>${name}</span></p>`,
    );
    expect(page).toContain(
      `[data-text-color=${name}]{color:var(--${name})}[data-background-color=${name}]{background:var(--${name}-back)}`,
    );
  }
  const [kept = "", night = ""] = page.split("@media screen and (prefers-color-scheme:dark)");
  for (const name of [
    ...NAMES,
    ...NAMES.map((each) => `${each}-back`),
    "paper",
    "ink",
    "ink2",
    "accent",
  ]) {
    expect(tokensOf(kept).get(name), name).toBe(light.get(name));
    expect(tokensOf(night.split("body{")[0] ?? "").get(name), name).toBe(dark.get(name));
  }
});

test("what is copied into other programs has the colours of the light theme", () => {
  expect(Object.keys(COLOURS)).toEqual(NAMES);
  for (const name of NAMES)
    expect([COLOURS[name], BACKGROUNDS[name]], name).toEqual([
      light.get(name),
      light.get(`${name}-back`),
    ]);
});
