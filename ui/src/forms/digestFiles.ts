/** The digest for other programs: a table, days for a calendar, a mail. */
import { whenIn, type When } from "./dates";
import type { Digest, Point } from "./digest";
import { xmlText } from "./xml";

const KINDS = ["open", "done", "decided", "questions"] as const;

const two = (n: number): string => String(n).padStart(2, "0");
const timeOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
const isoOf = ({ year, month, day, minutes }: When): string =>
  `${year}-${two(month)}-${two(day)}${minutes === null ? "" : ` ${timeOf(minutes)}`}`;

/** A cell of a table (RFC 4180). What a spreadsheet would work out stays words: a space before it says so. */
function cell(words: string): string {
  const safe = /^[=+\-@\t]/.test(words) ? ` ${words}` : words;
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export interface TableWords {
  heads: readonly [kind: string, words: string, persons: string, when: string];
  kinds: Record<keyof Digest, string>;
}

/** With the mark at its beginning by which spreadsheets know the letters. */
export function csvOf(digest: Digest, { heads, kinds }: TableWords, today: Date): string {
  const rows = KINDS.flatMap((kind) =>
    digest[kind].map(({ words, persons }) => {
      const when = whenIn(words, today);
      return [kinds[kind], words, persons.join(" "), when ? isoOf(when) : ""];
    }),
  );
  return `\ufeff${[heads, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

const ESCAPED: Record<string, string> = { "\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n" };
const icsText = (words: string): string =>
  words.replace(/[\\;,\n]/g, (char) => ESCAPED[char] ?? char);

/** Octets of a line (RFC 5545 §3.1); what is longer goes on in the next. */
const LINE = 74;

function folded(line: string): string {
  let [out, size] = ["", 0];
  for (const char of line) {
    const bytes = new TextEncoder().encode(char).length;
    if (size + bytes > LINE) [out, size] = [`${out}\r\n `, 1];
    out += char;
    size += bytes;
  }
  return out;
}

/** What is not done yet and names a day. */
export const datedIn = ({ open, decided }: Digest, today: Date): { point: Point; when: When }[] =>
  [...open, ...decided].flatMap((point) => {
    const when = whenIn(point.words, today);
    return when ? [{ point, when }] : [];
  });

/** A day of a calendar, in whichever zone it is read, as it was written. */
function eventOf({ point, when }: { point: Point; when: When }, stamp: string): string[] {
  const { year, month, day, minutes } = when;
  const date = `${year}${two(month)}${two(day)}`;
  const [a = 0, b = 0] = crypto.getRandomValues(new Uint32Array(2));
  return [
    "BEGIN:VEVENT",
    `UID:${a.toString(16)}${b.toString(16)}@fadepad`,
    `DTSTAMP:${stamp}`,
    minutes === null
      ? `DTSTART;VALUE=DATE:${date}`
      : `DTSTART:${date}T${timeOf(minutes).replace(":", "")}00`,
    `SUMMARY:${icsText(point.words)}`,
    "END:VEVENT",
  ];
}

/** All days that are named, as a calendar (RFC 5545). */
export function icsOf(digest: Digest, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const events = datedIn(digest, now).flatMap((dated) => eventOf(dated, stamp));
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Fadepad//Digest//EN",
    ...events,
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Without halves of letters, which no address can hold. */
const wellFormed = (words: string): string => xmlText(words);

/** Letters of an address that every mail program takes. */
const MAIL_MAX = 1900;

/** A mail that begins with this; the rest of what is too long is left to the file. */
export function mailOf(subject: string, body: string): string {
  const head = `mailto:?subject=${encodeURIComponent(wellFormed(subject))}&body=`;
  let text = "";
  for (const line of body.split("\n")) {
    const more = encodeURIComponent(`${wellFormed(line)}\r\n`);
    if (head.length + text.length + more.length > MAIL_MAX) return `${head}${text}%E2%80%A6`;
    text += more;
  }
  return head + text;
}
