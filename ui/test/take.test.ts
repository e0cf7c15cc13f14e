/** The web page that one keeps, and the way of a text into a new pad. */
import { expect, test } from "vitest";
import { carry, takeCarried } from "../src/pad/keepsake";
import { pageOf } from "../src/take/page";

const page = (html: string) => pageOf("notes", html, "kept");
/** What stands in the file as text. */
const whole = (html: string) => /<main>([\s\S]*)<\/main>/.exec(page(html))?.[1];
/** The same without directions, which every block has. */
const body = (html: string) => whole(html)?.replaceAll(' dir="auto"', "");

test("what people wrote stays, with its form", () => {
  const html =
    '<h2>To do</h2><ul><li><input type="checkbox" checked=""><p>bring <strong>cups</strong></p></li></ul>';
  expect(body(html)).toBe(
    '<h2>To do</h2><ul><li><input checked="" type="checkbox" disabled="" aria-labelledby="box-1"><p id="box-1">bring <strong>cups</strong></p></li></ul>',
  );
});

const item = (words: string) => `<li><input type="checkbox"><p>${words}</p></li>`;

test("each tick box is named by its words, and each block runs in the direction of its own", () => {
  expect(body(`<ul>${item("cups")}${item("tea")}</ul>`)).toMatch(
    /labelledby="box-1"><p id="box-1">cups.*labelledby="box-2"><p id="box-2">tea/,
  );
  expect(
    whole(
      "<h2>כותרת</h2><ul><li><p>מרחבא</p></li></ul><pre>x = 1</pre><blockquote><p>q</p></blockquote>",
    ),
  ).toBe(
    '<h2 dir="auto">כותרת</h2><ul><li dir="auto"><p>מרחבא</p></li></ul><pre dir="ltr">x = 1</pre><blockquote dir="auto"><p>q</p></blockquote>',
  );
});

test("nothing in the file runs, loads or leads astray", () => {
  expect(body('<p onclick="x()">a<script>alert(1)</script></p>')).toBe("<p>a</p>");
  expect(body('<a href="javascript:alert(1)">trap</a>')).toBe("<a>trap</a>");
  expect(body('<p style="background:url(//t.example)">b</p>')).toBe("<p>b</p>");
  expect(body('<img src="https://t.example/x.png"><img src="data:image/svg+xml;base64,AA">')).toBe(
    "",
  );
  expect(body('<input type="text" value="x"><form action="//t.example"><p>c</p></form>')).toBe(
    "<p>c</p>",
  );
});

test("pictures that are in the text itself stay, and links lead where they led", () => {
  expect(body('<img src="data:image/png;base64,AA==" alt="a">')).toBe(
    '<img alt="a" src="data:image/png;base64,AA==">',
  );
  expect(body('<a href="https://a.example/">a</a>')).toBe(
    '<a href="https://a.example/" rel="noopener noreferrer">a</a>',
  );
});

test("a text without a title of its own stands under the pad's name", () => {
  for (const html of ["<p>a</p>", "<h2>b</h2>", "<h1><br></h1>"])
    expect(page(html)).toContain("<header><h1>notes</h1></header>");
  expect(page("<p>a</p><h1>Plan</h1>")).not.toContain("<header>");
  expect(pageOf("<b>", "<p>a</p>", "kept")).toContain("<h1>&lt;b&gt;</h1>");
});

test("what has no words yet has a name, or is no heading, and is the same element", () => {
  expect(body("<ul><li><input type=checkbox><p><br></p></li></ul>")).toBe(
    '<ul><li><input type="checkbox" disabled="" aria-label="Done"><p><br></p></li></ul>',
  );
  expect(body("<details open><summary><h2><br></h2></summary></details>")).toBe(
    '<details open=""><summary aria-label="Show or hide what is inside"><h2 role="presentation"><br></h2></summary></details>',
  );
  expect(body("<table><tbody><tr><th></th><th>a</th></tr></tbody></table>")).toContain(
    '<th role="cell"></th><th>a</th>',
  );
  expect(body('<a href="https://a.example/"> </a>')).toContain('aria-label="https://a.example/"');
});

test("headings are read out without a level left out", () => {
  expect(body("<h1>a</h1><h3>b</h3><h3>c</h3>")).toBe(
    '<h1>a</h1><h3 aria-level="2">b</h3><h3 aria-level="2">c</h3>',
  );
  expect(body("<h3>b</h3>")).toBe('<h3 aria-level="2">b</h3>');
});

test("a name can't break out of the file's title", () => {
  expect(pageOf("</title><script>", "", "x < y")).toContain(
    "<title>&lt;/title&gt;&lt;script&gt;</title>",
  );
});

test("blocks go over to the new pad once, without their ids", () => {
  carry("fresh", [{ id: "a", type: "paragraph", children: [{ id: "b", type: "paragraph" }] }]);
  expect(takeCarried("other")).toBeNull();
  expect(takeCarried("fresh")).toEqual([
    { type: "paragraph", children: [{ type: "paragraph", children: [] }] },
  ]);
  expect(takeCarried("fresh")).toBeNull();
});

test("a capsule under its digest shows its title once, and keeps it in the text", () => {
  const [own, top] = ["<h1>Plan <b>B</b></h1><p>one</p>", "<h1>Plan B</h1><p>to 14:30</p>"].map(
    (inside) => `<div data-fadepad>${inside}</div>`,
  ) as [string, string];
  const kept = pageOf("Plan B", own, "kept", { top });
  expect(kept).toContain('<section class="top titled">');
  expect(kept).toContain(".titled+main>[data-fadepad]>h1:first-child{display:none}");
  expect(
    new DOMParser().parseFromString(kept, "text/html").querySelector("main h1")?.textContent,
  ).toBe("Plan B");
  const other = pageOf("Plan B", own.replace("Plan", "Another"), "kept", { top });
  expect(other).toContain('<section class="top">');
});
