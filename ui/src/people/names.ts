/**
 * Names as they are shown: cleaned of what is not seen, and told apart where two look alike. `src/base/display.rs` follows
 * the same rule and table.
 */
import table from "../../../assets/names.json";

/** A name longer than this, in letters as a reader counts them, does not fit beside a cursor. */
export const NAME_MAX = 32;
/** More of what somebody calls a name is not read (UTF-16 units). */
const READ = 512;
/** More accents on one letter than any language puts there cover the line above. */
const MARKS = 6;

const [ZWNJ, ZWJ, EMOJI, KEYCAP, FLAG] = [0x200c, 0x200d, 0xfe0f, 0x20e3, 0x1f3f4] as const;

type Ranges = (readonly [number, number])[];

const ranges = (text: string): Ranges =>
  text.split(" ").map((range) => {
    const [from, to] = range.split("-").map((end) => Number.parseInt(end, 16)) as [number, number?];
    return [from, to ?? from];
  });
const isIn = (of: Ranges, code: number | undefined): boolean =>
  code !== undefined && of.some(([from, to]) => from <= code && code <= to);

const [DROPPED, JOINING, PICTURES] = [table.dropped, table.joining, table.pictures].map(ranges) as [
  Ranges,
  Ranges,
  Ranges,
];
const LOOKS = new Map(
  Object.entries(table.looks).flatMap(([like, those]) =>
    [...those].map((each) => [each, like] as const),
  ),
);

const isTag = (code: number | undefined): boolean =>
  code !== undefined && code >= 0xe0020 && code <= 0xe007f;

/** Whether a character that is not seen itself says how its neighbours are written: in an emoji, or where letters join. */
function shapes(code: number, before: number | undefined, after: number | undefined): boolean {
  if (code === EMOJI) return isIn(PICTURES, before) || after === KEYCAP;
  if (code === ZWJ && isIn(PICTURES, after)) return before === EMOJI || isIn(PICTURES, before);
  if (code === ZWJ || code === ZWNJ) return isIn(JOINING, before) && isIn(JOINING, after);
  return isTag(code) && (before === FLAG || isTag(before));
}

/** Without what is not seen. */
function seen(text: string): string {
  const codes = Array.from(text, (char) => char.codePointAt(0) as number);
  const kept: number[] = [];
  for (const [i, code] of codes.entries()) {
    if (!isIn(DROPPED, code) || shapes(code, kept.at(-1), codes[i + 1])) kept.push(code);
  }
  return String.fromCodePoint(...kept);
}

/** Made once: to make one costs as much as to count the letters of many names. */
const segmenter =
  "Segmenter" in Intl ? new Intl.Segmenter("und", { granularity: "grapheme" }) : null;

/** Letters as a reader counts them; where the browser can't tell them, code points with their accents. */
function letters(text: string): string[] {
  if (!segmenter) return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

const TOO_MANY_MARKS = new RegExp(`(\\p{M}{${MARKS}})\\p{M}+`, "gu");

/** What was worked out about a name is kept: carets move often, names hardly ever. */
const keeping = <T>(work: (name: string) => T): ((name: string) => T) => {
  const known = new Map<string, T>();
  return (name) => {
    const kept = known.get(name) ?? work(name);
    if (known.size >= 1000) known.clear();
    known.set(name, kept);
    return kept;
  };
};

/** A name as it is shown: one line, nothing unseen, at most 32 letters. */
export const cleanName = (value: unknown): string =>
  typeof value === "string" ? cleaned(value.slice(0, READ)) : "";

const cleaned = keeping((name) => {
  const line = seen(name)
    .normalize("NFC")
    .replace(/[\s\u0085]+/gu, " ")
    .replace(TOO_MANY_MARKS, "$1")
    .trim();
  return firstLetters(line).trim();
});

/** As much of it as a name may have. */
export const firstLetters = (text: string): string => letters(text).slice(0, NAME_MAX).join("");

const likened = (text: string): string =>
  Array.from(text.normalize("NFKD"), (char) => LOOKS.get(char) ?? char).join("");

/** In some fonts these are the same. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[I1|]/gu, "l"],
  [/0/gu, "O"],
  [/rn/gu, "m"],
  [/vv/gu, "w"],
];

/** How a name looks, and what it says in small letters: two names that share either can be taken for each other (UTS 39's skeletons). */
const looksOf = keeping((name): readonly [string, string] => {
  const visible = [...likened(name)].filter((char) => !isIn(DROPPED, char.codePointAt(0))).join("");
  const look = ALIKE.reduce((text, [these, that]) => text.replace(these, that), visible);
  return [`look ${look}`, `says ${likened(visible.toLowerCase())}`];
});

/**
 * What each of these people (name by id) is called: "Anna", and who looks the same "Anna 2". The order is that of the
 * ids, so that all pages call them alike, and that of their coming: who comes later as "Anna 2" is not her.
 */
export function toldApart(people: ReadonlyMap<string, string>): Map<string, string> {
  const called = new Map<string, string>();
  const taken = new Set<string>();
  const isFree = (name: string) => looksOf(name).every((look) => !taken.has(look));
  const named = [...people].filter(([, name]) => name !== "").sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [id, name] of named) {
    let own = name;
    for (let number = 2; !isFree(own); number += 1) own = `${name} ${number}`;
    called.set(id, own);
    for (const look of looksOf(own)) taken.add(look);
  }
  return called;
}
