/** Copies of what somebody wrote who means no good: its letters are there, and nothing of it is alive. */
import { AllSelection } from "@tiptap/pm/state";
import { fromMarkdown } from "mdast-util-from-markdown";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { PlainBlock } from "../src/forms/blocks";
import { htmlOf } from "../src/forms/html/write";
import { markdownOf } from "../src/forms/markdown";
import { wordsOf } from "../src/forms/plain";
import { isAllowedLink } from "../src/kit/links";
import { asCopied } from "../src/pad/misfit";
import { selected, type Given } from "../src/pad/clipboard/selected";
import { pageOf } from "../src/take/page";
import { aliveIn } from "./alive";
import { everything } from "./binding/kit";
import { withMisfits as schema } from "./binding/page";
import { scripts, WORDS } from "./binding/scripts";
import { Person } from "./binding/world";

/** What a page that shows these hands out: all of it, and the same as it is selected and copied. */
function copied(attacks: ReturnType<typeof everything>): { blocks: PlainBlock[]; given: Given } {
  const reader = new Person({ options: { schema } as never });
  const villain = new Y.Doc();
  Y.applyUpdate(villain, Y.encodeStateAsUpdate(reader.doc));
  const fragment = villain.getXmlFragment("blocknote");
  for (const [, make] of attacks) make(fragment.get(0) as Y.XmlElement, fragment);
  reader.take([Y.encodeStateAsUpdate(villain)]);
  const blocks = asCopied(reader.editor.document as PlainBlock[]);
  const { view } = reader;
  view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)));
  const given = selected(reader.editor) as Given;
  reader.leave();
  return { blocks, given };
}

const parsed = (html: string) => new DOMParser().parseFromString(html, "text/html");

interface Node {
  type: string;
  url?: string;
  value?: string;
  children?: Node[];
}

/** What of a Markdown file could run or ask where a program shows it as a page. */
function aliveInMarkdown(markdown: string): string[] {
  const alive: string[] = [];
  const open: Node[] = [fromMarkdown(markdown)];
  for (let node = open.pop(); node; node = open.pop()) {
    open.push(...(node.children ?? []));
    if ((node.type === "link" || node.type === "definition") && !isAllowedLink(node.url))
      alive.push(`${node.type} ${node.url}`);
    if (node.type === "image" && /^https?:/.test(node.url ?? "")) alive.push(`image ${node.url}`);
    if (node.type === "html") alive.push(...aliveIn(parsed(node.value ?? "").body));
  }
  return alive;
}

test("what is alive is found", () => {
  const made =
    '<a href="java&#9;script:x">a</a><img src="http://a.invalid/x"><b onclick="x">b</b><i style="background:url(x)">i</i><div><script>x</script></div>';
  expect(aliveIn(parsed(made).body)).toHaveLength(5);
  expect(
    aliveInMarkdown(
      "[a](javascript:x) ![b](http://a.invalid/x) <javascript:x>\n\n<img src=x onerror=x>",
    ),
  ).toHaveLength(5);
  expect(
    aliveIn(parsed('<a href="https://a.invalid/">a</a><p style="color:red">b</p>').body),
  ).toEqual([]);
});

const timesIn = (letters: string): number => letters.split(WORDS).length - 1;

/** Some at a time: what one of them breaks is in the message. */
const HEAP = 25;
const all = everything();

for (let from = 0; from < all.length; from += HEAP) {
  const heap = all.slice(from, from + HEAP);
  test(`nothing of ${heap[0]?.[0]} … ${heap.at(-1)?.[0]} is alive in a copy, and its letters are there`, () => {
    const { blocks, given } = copied(heap);
    const html = htmlOf(blocks);
    const [page, markdown, plain] = [
      pageOf("<title>", html, "<foot>"),
      markdownOf(blocks),
      wordsOf(blocks),
    ];
    expect(aliveIn(parsed(html).body)).toEqual([]);
    expect(aliveIn(parsed(page).body)).toEqual([]);
    expect(aliveIn(parsed(given.html).body)).toEqual([]);
    expect(aliveInMarkdown(markdown)).toEqual([]);
    const said = Object.keys(scripts()).filter((name) =>
      heap.some(([each]) => each === name),
    ).length;
    for (const [form, letters] of Object.entries({
      page: parsed(page).body.textContent ?? "",
      markdown,
      plain,
      html: parsed(given.html).body.textContent ?? "",
      copied: given.plain,
    }))
      expect(timesIn(letters), form).toBeGreaterThanOrEqual(said);
  }, 120_000);
}
