/** What comes with a paste. */
import { expect, test } from "vitest";
import { read, readHtml } from "../src/pad/clipboard/read";
import { insert, type Target } from "../src/pad/clipboard/insert";
import { safePage } from "../src/pad/clipboard/safe";

const safe = (html: string): string => safePage(html).page.body.innerHTML;

test("a picture from elsewhere becomes a link, one of ours stays", () => {
  expect(safe('<p>a<img src="https://a.example/x.png" alt="a map"></p>')).toBe(
    '<p>a<a href="https://a.example/x.png">a map</a></p>',
  );
  expect(safe('<img src="/f/abc" srcset="https://a.example/x 2x">')).toBe('<img src="/f/abc">');
});

test("players, frames, styles and programs are left out", () => {
  const html =
    '<p>x</p><iframe src="https://a.example"></iframe><video src="https://a.example/v"></video><style>p{}</style><script>1</script><img src="data:image/svg+xml,x">';
  expect(safe(html)).toBe("<p>x</p>");
});

test("nothing that an element would do comes along", () => {
  expect(safe('<p onclick="x()" class="a" ONfocus="x()">a<b onerror=x()>b</b></p>')).toBe(
    '<p class="a">a<b>b</b></p>',
  );
});

test("what fetches nothing is pasted whole", () => {
  expect(safe("<p>words</p>")).toBe("<p>words</p>");
  expect(readHtml("<p>words</p>").blocks).toEqual([
    { type: "paragraph", content: [{ type: "text", text: "words", styles: {} }] },
  ]);
});

const words = (text: string) => (text ? [{ type: "text", text, styles: {} }] : []);
const line = (text: string) => ({ type: "paragraph", content: words(text) });
const box = (text: string, checked: boolean) => ({
  type: "checkListItem",
  props: { checked },
  content: words(text),
});

test("lines that Markdown would make one of stay lines word for word, and those with a tick box are boxes", () => {
  const plain =
    "Bring 2*3*4 and *this*\nsee user_id_x\n\n- [ ] milk and __init__\n  - [x] ten\n- [x] eggs\nSee <b>you</b>\n";
  const { blocks } = read({ html: "", markdown: "", plain, vscode: "", own: "", files: false });
  expect(blocks).toEqual([
    line("Bring 2*3*4 and *this*"),
    line("see user_id_x"),
    line(""),
    { ...box("milk and __init__", false), children: [box("ten", true)] },
    box("eggs", true),
    line("See <b>you</b>"),
  ]);
});

/** What the editor is given of a clipboard that says it holds a pad's own blocks. */
function ownPasted(own: string): string {
  let pasted = "";
  const parent = { type: { spec: {}, isInGroup: () => false } };
  const editor: Target = {
    pasteHTML: (html) => (pasted += html),
    pasteText: () => {},
    transact: () => void 0 as never,
    blocksToFullHTML: () => "",
    prosemirrorState: { selection: { $from: { parent } } } as unknown as Target["prosemirrorState"],
  };
  insert(
    editor,
    { html: "", markdown: "", plain: "", vscode: "", own, files: false },
    { wordsOnly: false, room: 1e6 },
  );
  return pasted;
}

test("blocks of a pad are pasted as they are, and what another page calls so is made safe", () => {
  const block =
    '<div data-pm-slice="1 1 []" class="bn-block-outer" data-id="a"><div class="bn-block-content" data-content-type="paragraph" data-text-color="red"><p class="bn-inline-content">one<strong>two</strong></p></div></div>';
  expect(ownPasted(block)).toBe(block);
  expect(
    ownPasted(
      '<p>a<img src="https://t.example/x.png" onerror="x()"><iframe src="https://t.example"></iframe><script>1</script></p>',
    ),
  ).toBe('<p>a<a href="https://t.example/x.png">https://t.example/x.png</a></p>');
});

test("lists that lie in each other too deep are brought up to the last level that a pad takes, and no word is lost", () => {
  const deep = 60;
  const html = Array.from({ length: deep }, (_, i) => `<ul><li>q${i}`).join("");
  const { page } = safePage(html);
  const depths = [...page.querySelectorAll("li")].map((item) => {
    let depth = 0;
    for (let up = item.closest("ul"); up; up = up.parentElement?.closest("ul") ?? null) depth += 1;
    return depth;
  });
  expect(Math.max(...depths)).toBe(30);
  expect(page.body.textContent).toBe(Array.from({ length: deep }, (_, i) => `q${i}`).join(""));
});
