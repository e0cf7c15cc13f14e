/** What comes with a paste. */
import { expect, test } from "vitest";
import { readHtml } from "../src/pad/clipboard/read";
import { cleanPaste } from "../src/pad/clipboard/safe";

test("a picture from elsewhere becomes a link, one of ours stays", () => {
  expect(cleanPaste('<p>a<img src="https://a.example/x.png" alt="a map"></p>')).toBe('<p>a<a href="https://a.example/x.png">a map</a></p>');
  expect(cleanPaste('<img src="/f/abc" srcset="https://a.example/x 2x">')).toBe('<img src="/f/abc">');
});

test("players, frames, styles and programs are left out", () => {
  const html = '<p>x</p><iframe src="https://a.example"></iframe><video src="https://a.example/v"></video><style>p{}</style><script>1</script><img src="data:image/svg+xml,x">';
  expect(cleanPaste(html)).toBe("<p>x</p>");
});

test("what fetches nothing is pasted whole", () => {
  expect(cleanPaste("<p>words</p>")).toBe("<p>words</p>");
  expect(readHtml("<p>words</p>").blocks).toEqual([{ type: "paragraph", content: [{ type: "text", text: "words", styles: {} }] }]);
});
