/** HTML, in Markdown and by itself, and what the page makes of it: the server makes the same of it (`src/render/tests.rs`). */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PlainBlock } from "../src/forms/blocks";
import { blocksOf } from "../src/forms/html/read";
import { htmlOf } from "../src/forms/html/write";
import { markdownOf } from "../src/forms/markdown";
import { readMarkdown } from "../src/pad/clipboard/read";
import { safePage } from "../src/pad/clipboard/safe";
import { CLIPBOARDS } from "./clipboards";
import { Dice, randomBy } from "./forms/random";

interface Example {
  name: string;
  /** A text of Markdown, or else a page. */
  markdown?: string;
  page?: string;
  blocks: PlainBlock[];
}

const FILE = process.env.HTML_FILE ?? "../tests/data/forms/html.json";
/** As many as show every kind together; `ROUNDS=2000 HTML_FILE=/tmp/html.json` looks for the rare. */
const RANDOM = Number(process.env.ROUNDS ?? 24);
const FIRST_SEED = Number(process.env.SEED ?? 8_810);
/** Far longer than it takes on a busy machine. */
const LONG_MS = 600_000;

/** Markdown as people write it, with HTML where Markdown has no words. */
const WRITTEN: Record<string, string> = {
  "a table with spans":
    '# Plan\n\n<table>\n<tr><th colspan="2">Day</th><th>Who</th></tr>\n<tr><td rowspan="2">Mon</td><td><b>9:00</b></td><td>Ann</td></tr>\n' +
    "<tr><td>11:00</td><td>Bob &amp; Eve</td></tr>\n</table>\n\nThe end",
  "a table on one line": "<table><tr><td> kept  spaces </td><td>b<br>c</td></tr></table>",
  "rows of many lengths":
    "<table><tr><td>1</td></tr><tr><td>1</td><td>2</td><td>3</td></tr><tr></tr></table>",
  "spans beyond the table":
    '<table>\n<tr><td rowspan="99" colspan="1000">a</td></tr>\n<tr><td>b</td></tr>\n</table>',
  "heads of columns": "<table>\n<tr><th>a<td>1\n<tr><th>b<td>2\n</table>",
  "a table that only places things":
    '<table role="presentation">\n<tr><td><p>left</p></td><td>right</td></tr>\n</table>',
  "a caption, and parts":
    "<table>\n<caption>Costs</caption>\n<thead><tr><th>a</th><th>b</th></tr></thead>\n<tbody><tr><td>1</td><td>2</td></tr></tbody>\n" +
    "<tfoot><tr><td>3</td><td>4</td></tr></tfoot>\n</table>",
  "blocks in a cell":
    "<table>\n<tr><td><ul><li>one<ol><li>two</ol><li>three</ul></td><td><input type=checkbox checked> done</td>" +
    "<td><table><tr><td>x</td><td>y</td></tr></table></td></tr>\n</table>",
  "a table with its columns' widths and colours":
    '<table data-header-rows="1" data-header-cols="1"><colgroup><col width="120"><col></colgroup><tbody><tr><th>a</th>' +
    '<th data-text-color="red" data-text-alignment="right" style="color:#a8201a">b</th></tr><tr><th>c</th><td align="right">d</td></tr></tbody></table>',
  "lists, that lie in each other":
    '<ul>\n<li>one\n<ul><li>two</li></ul>\n</li>\n<li><p>three</p><p>four</p></li>\n</ul>\n\n<ol start="4">\n<li>d</li><li value="9">i</li>\n</ol>',
  "a list in a list, without an item": "<ol>\n<li>a</li>\n<ul><li>b</li></ul>\n<li>c</li>\n</ol>",
  "two lists of numbers": "1. one\n\n<ol>\n<li>again</li>\n</ol>",
  boxes:
    '<ul>\n<li><input type="checkbox"> open</li>\n<li><input type="CHECKBOX" checked> done</li>\n</ul>',
  "headings, quotes, code":
    '<h2 align="center">Two <b>bold</b></h2>\n<blockquote><p>said</p><h3>inside</h3></blockquote>\n' +
    '<pre class="x language-Rust"><code>\nlet a = 1;\n  b &lt; c\n</code></pre>\n<hr>\nwords',
  "code by lines":
    '<pre data-lang="python"><div>a</div><div>b<br>c</div><button>Copy</button></pre>',
  "marks of every kind":
    "<p><b>b</b> <i>i</i> <u>u</u> <s>s</s> <code>c</code> <kbd>k</kbd> <em><strong>both</strong></em> x<sup>2</sup> H<sub>2</sub>O 4<sup>th</sup></p>",
  "marks by style":
    '<p>\n<span style="font-weight:700">b</span> <b style="font-weight:normal">no</b> <span style="font-style:italic;text-decoration:line-through">is</span>\n' +
    '<span style="text-decoration: underline">u</span> <span style="vertical-align:super">2</span> <span style="white-space:pre">a  b</span></p>',
  links:
    '<p>\n<a href="https://a.example/?x=1&amp;y=2">here</a>, <a href="javascript:alert(1)">there</a>, <a href="mailto:a@b.example"><b>mail</b></a></p>',
  pictures:
    '<p>\n<img src="https://a.example/x.png" alt="a plan"> <img src="http://a.example/y.png"> <img src="data:image/png;base64,AA" alt="gone">' +
    ' <img alt=":tada:" src="https://a.example/t.png"> <img alt="👍" src="x"><img src="/f/abc_1" alt="ours"></p>',
  "what nobody sees":
    '<div>\n<p hidden>a</p><p style="color:red; display : none">b</p><script>c</script><style>d</style><template>e</template>\n' +
    "<svg><text>f</text></svg><!-- g --><noscript>h</noscript><p>seen</p></div>",
  "white space":
    "<div>\n  one\n  two\t three  <br>  four <br>\n</div>\n<p>&nbsp;</p><p>five&nbsp;&nbsp;six</p>",
  "what folds":
    "<details>\n<summary>Head <b>bold</b></summary>\n\n- one\n- two\n\n</details>\n\n<details><summary><h2>Two</h2></summary>\n\nin it\n\n</details>\n\n" +
    "<details>\n<summary>whole</summary>\n<p>inside</p>\n</details>",
  "letters in names":
    "<DETAILS>\n<SUMMARY>Big</SUMMARY>\n\nx\n\n</DETAILS>\n\n<TABLE>\n<TR><TD>A\n</TABLE>",
  "a remark, a break, and what is no element":
    "<!-- for us -->\n\n<br>\n\n<my-thing>\nas it\nstands\n</my-thing>\n\n<span>so</span>\n\n<p>a</p>",
  "parts of a page":
    "<section>\n<h1>A</h1>\n<figure><figcaption>below</figcaption></figure>\n<dl><dt>t</dt><dd>d</dd></dl>\n<center>c</center></section>",
  "in items and quotes":
    "- a\n  <table><tr><td>x</td></tr></table>\n\n> <ul>\n> <li>q</li>\n> </ul>",
  "nested by us": "<p>above</p><div data-nested><p>below</p><ul><li>item</li></ul></div>",
  "presentation of signs": "<p>&lt;b&gt; &amp;amp; &hearts; &#x1F600; &notit;</p>",
};

/** Elements on lines of their own, but for code, whose line ends are its own. */
const apart = (html: string): string => html.replace(/(?<!<pre[^>]*)></g, ">\n<");

const bodyOf = (html: string): Element => safePage(html).page.body;
const read = ({ markdown, page }: Omit<Example, "blocks">): PlainBlock[] =>
  markdown === undefined ? blocksOf(bodyOf(page ?? "")) : readMarkdown(markdown);

function* texts(): Generator<Omit<Example, "blocks">> {
  for (const [name, markdown] of Object.entries(WRITTEN)) yield { name, markdown };
  for (const { name, flavours } of CLIPBOARDS) {
    const page = flavours["text/html"];
    if (page !== undefined) yield { name, page };
  }
  for (let i = 0; i < RANDOM; i += 1) {
    const blocks = new Dice(randomBy(FIRST_SEED + i)).blocks("html");
    const name = `random ${FIRST_SEED + i}`;
    if (i % 3 === 0) yield { name, page: htmlOf(blocks) };
    else if (i % 3 === 1) yield { name, markdown: markdownOf(blocks) };
    else yield { name, markdown: apart(htmlOf(blocks)) };
  }
}

/** As it stands in a file: what is not there is left out. */
const plain = (blocks: PlainBlock[]): PlainBlock[] =>
  JSON.parse(JSON.stringify(blocks)) as PlainBlock[];

test(
  "the page reads HTML as the server does",
  () => {
    if (process.env.FADEPAD_WRITE_EXAMPLES)
      writeFileSync(
        FILE,
        `${JSON.stringify(
          [...texts()].map((one) => ({ ...one, blocks: read(one) })),
          null,
          1,
        )}\n`,
      );
    const examples = JSON.parse(readFileSync(FILE, "utf8")) as Example[];
    expect(examples.length).toBeGreaterThan(50);
    for (const { blocks, ...one } of examples) expect(plain(read(one)), one.name).toEqual(blocks);
  },
  LONG_MS,
);
