/** The digest: what counts of a text, who is named, and what a file then begins with. */
import { expect, test } from "vitest";
import { digestBlocks, digestOf, titleOf, withDigest, type Point } from "../src/forms/digest";
import { csvOf, icsOf, mailOf } from "../src/forms/digestFiles";
import { wordsOf } from "../src/forms/plain";
import { block, w } from "./files/rich";

const WORDS = {
  heads: ["What", "Words", "Who", "When"],
  kinds: { open: "Open", done: "Done", decided: "Decided", questions: "Question" },
} as const;
const words = (points: readonly Point[]) => points.map(({ words }) => words);

test("boxes are open or done, lines are decided or asked by their mark, also inside of others", () => {
  const digest = digestOf([
    block(
      "checkListItem",
      { checked: false },
      ["Ask legal @Jana and @milo.r, not j@example.org"],
      [block("checkListItem", { checked: true }, ["the letter"])],
    ),
    block("paragraph", {}, ["!decision: Pictures are turned in a worker."]),
    block("bulletListItem", {}, ["We go to Lyon !decided"]),
    block("quote", {}, [w("?question", { bold: true }), " Who pays?"]),
    block("paragraph", {}, ["what a !decision it was, and no ?questions"]),
    block("codeBlock", {}, ["!decision none"]),
    block("checkListItem", { checked: false }, [""]),
  ]);
  expect(words(digest.open)).toEqual(["Ask legal @Jana and @milo.r, not j@example.org"]);
  expect(digest.open[0]?.persons).toEqual(["Jana", "milo.r"]);
  expect(words(digest.done)).toEqual(["the letter"]);
  expect(words(digest.decided)).toEqual(["Pictures are turned in a worker.", "We go to Lyon"]);
  expect(words(digest.questions)).toEqual(["Who pays?"]);
});

const count = (n: number) => `Open, ${n}`;

test("a title that text and digest begin with stands once, and every other text stays whole", () => {
  const text = [
    block("heading", { level: 1 }, ["Plan"]),
    block("checkListItem", { checked: false }, ["tea"]),
  ];
  expect(titleOf(text)).toBe("Plan");
  const heads = { open: count, done: count, decided: count, questions: count };
  const digest = digestBlocks(digestOf(text), { title: "Plan", under: "today", heads });
  expect(wordsOf(withDigest(text, digest))).toBe("Plan\ntoday\nOpen, 1\n- [ ] tea\n---\n- [ ] tea");
  const other = [block("heading", { level: 2 }, ["Other"]), ...text];
  expect(wordsOf(withDigest(other, digest))).toContain("---\nOther\nPlan");
});

const TODAY = new Date(2026, 10, 25); // a Wednesday

test.each([
  ["by 2026-11-30", "2026-11-30"],
  ["on 30.11.2026 at 9:05", "2026-11-30 09:05"],
  ["30 November", "2026-11-30"],
  ["Nov 30, 2027, 14:00", "2027-11-30 14:00"],
  ["the 3rd of March", "2027-03-03"],
  ["Retro moves to Monday, 10:00", "2026-11-30 10:00"],
  ["on wednesday", "2026-11-25"],
  ["31.02.2026", ""],
  ["version 1.2.3 of 12:00, may be 5", ""],
  ["10:00 sharp", ""],
])("%s is the day %s", (words, day) => {
  const digest = digestOf([block("checkListItem", { checked: false }, [words])]);
  const row = csvOf(digest, WORDS, TODAY).split("\r\n")[1] ?? "";
  expect(row.split(",").at(-1)).toBe(day);
});

test("the table is one that spreadsheets read, and work nothing out of", () => {
  const digest = digestOf([
    block("checkListItem", { checked: true }, ['say "no", @Jana and @Milo']),
    block("paragraph", {}, ["!decision =HYPERLINK(1)"]),
  ]);
  expect(csvOf(digest, WORDS, TODAY)).toBe(
    '\ufeffWhat,Words,Who,When\r\nDone,"say ""no"", @Jana and @Milo",Jana Milo,\r\nDecided, =HYPERLINK(1),,\r\n',
  );
});

test("a calendar has what is open and names a day, folded and escaped as RFC 5545 wants it", () => {
  const long = `Grüße, ${"äöü ".repeat(30)}; on 2026-12-01`;
  const digest = digestOf([
    block("checkListItem", { checked: false }, ["Retro on Monday, 10:00"]),
    block("checkListItem", { checked: false }, [long]),
    block("checkListItem", { checked: true }, ["done on 2026-12-02"]),
    block("checkListItem", { checked: false }, ["no day"]),
  ]);
  const ics = icsOf(digest, TODAY);
  for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const whole = ics.replaceAll("\r\n ", "");
  expect(whole.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(whole).toContain("DTSTART:20261130T100000\r\nSUMMARY:Retro on Monday\\, 10:00\r\n");
  expect(whole).toContain(
    `DTSTART;VALUE=DATE:20261201\r\nSUMMARY:${long.replace(/[,;]/g, "\\$&")}\r\n`,
  );
  expect(new Set(whole.match(/UID:.*/g)).size).toBe(2);
});

test("a mail begins with the digest, and is never longer than programs take", () => {
  const address = mailOf("Plan & more", "one\n- [ ] two");
  expect(address).toBe("mailto:?subject=Plan%20%26%20more&body=one%0D%0A-%20%5B%20%5D%20two%0D%0A");
  const long = mailOf("Plan \ud800", "ä line\n".repeat(1000));
  expect(long.length).toBeLessThan(2000);
  expect(decodeURIComponent(long)).toMatch(/ä line\r\n…$/);
});
