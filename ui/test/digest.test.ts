/** The digest: what counts of a text, who is named, and what a file then begins with. */
import { expect, test } from "vitest";
import { digestBlocks, digestOf, titleOf, withDigest, type Point } from "../src/forms/digest";
import { wordsOf } from "../src/forms/plain";
import { block, w } from "./files/rich";

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
