/** A quote that is a callout, beside pages that know nothing of callouts. */
import { expect, test } from "vitest";
import type { PartialBlock } from "@blocknote/core";
import * as Y from "yjs";
import { Person } from "./world";

const callout = (kind: string, content: string) =>
  ({ type: "quote", props: { callout: kind }, content }) as PartialBlock;

function pad(...blocks: PartialBlock[]): { ours: Person; stock: Person } {
  const ours = new Person({ client: 1 });
  ours.editor.replaceBlocks(ours.editor.document, blocks);
  const stock = new Person({ client: 2, stock: true, holds: ours });
  return { ours, stock };
}
const exchange = (from: Person, to: Person) => to.take(from.out.splice(0));
const told = ({ editor }: Person) =>
  editor.document.map(({ type, props, content }) => [
    type,
    (props as { callout?: string }).callout,
    (content as { text: string }[]).map(({ text }) => text).join(""),
  ]);

test("a stock page shows a callout as a quote, leaves it a callout, and takes no word of it", () => {
  const { ours, stock } = pad(callout("warning", "mind the step"), {
    type: "paragraph",
    content: "below",
  });
  expect(told(stock)[0]?.[0]).toBe("quote");
  expect(told(stock)[0]?.[2]).toBe("mind the step");
  stock.editor.setTextCursorPosition(stock.editor.document[1] ?? "", "end");
  stock.editor.insertInlineContent(" it");
  exchange(stock, ours);
  expect(told(ours).slice(0, 2)).toEqual([
    ["quote", "warning", "mind the step"],
    ["paragraph", undefined, "below it"],
  ]);
});

test("what a stock page writes into a callout stands there for all, and it is a quote from then on", () => {
  const { ours, stock } = pad(callout("tip", "one"));
  stock.editor.setTextCursorPosition(stock.editor.document[0] ?? "", "end");
  stock.editor.insertInlineContent(" two");
  exchange(stock, ours);
  expect(told(ours)[0]).toEqual(["quote", undefined, "one two"]);
});

test("a quote that is no callout has nothing of it in the document, and a kind that nobody knows is a quote", () => {
  const { ours } = pad({ type: "quote", content: "said" }, callout("<b>", "odd"));
  const [plain, odd] = [...ours.fragment.createTreeWalker(() => true)].filter(
    (each): each is Y.XmlElement => each instanceof Y.XmlElement && each.nodeName === "quote",
  );
  expect(Object.keys(plain?.getAttributes() ?? {})).not.toContain("callout");
  expect(odd?.getAttribute("callout")).toBe("<b>");
  expect(
    told(ours)
      .map(([type]) => type)
      .slice(0, 2),
  ).toEqual(["quote", "quote"]);
});

test("a callout becomes a quote and a line, and a line a callout", () => {
  const { ours } = pad(callout("note", "words"));
  const turned = (block: object) =>
    void ours.editor.updateBlock(ours.editor.document[0] ?? "", block as PartialBlock);
  turned({ type: "quote", props: { callout: undefined } });
  expect(told(ours)[0]).toEqual(["quote", undefined, "words"]);
  turned({ type: "quote", props: { callout: "caution" } });
  turned({ type: "paragraph" });
  expect(told(ours)[0]).toEqual(["paragraph", undefined, "words"]);
  turned({ type: "quote", props: { callout: "tip" } });
  expect(told(ours)[0]).toEqual(["quote", "tip", "words"]);
});
