/** Which plain texts are Markdown without a doubt, and which stay word for word. */
import { expect, test } from "vitest";
import { isClearlyMarkdown } from "../src/pad/clipboard/clearly";

test.each([
  "# Plan\n\nWe meet on Monday.",
  "Intro\n\n## Part\n\ntext",
  "- one\n- two",
  "* one\n    * two\n* three",
  "1. Plan\n2. Build",
  "- [ ] buy milk",
  "Todo:\n- [ ] buy milk\n  - [x] two bottles\n\nand bread",
  "3. three\n4. four",
  "1. one\n1. two\n   - deeper\n   - still\n1. three",
  "see [the page](https://a.example/x)",
  "![map](https://a.example/map.png)",
  "```rust\nlet v: Vec<String>;\n```",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "It is **very important** to come.",
  "> quoted\n> twice",
])("Markdown: %j", (text) => expect(isClearlyMarkdown(text)).toBe(true));

test.each([
  "",
  "words",
  "2*3*4",
  "__init__",
  "user_id_old and _x_",
  "a ** b ** c",
  "def f(*args, **kwargs):\n    return {**a, **b}",
  "char **argv, **envp",
  "Vec<String>",
  'println!("<hi>");',
  "# a remark\nPORT=80",
  "#!/bin/sh\n## start\n- x\n- y",
  "# imports\n\nimport os",
  "## section\nx = 1",
  "1. Plan",
  "3. three\n5. five\n7. seven",
  "1. one\n2. two\n10. ten",
  "1. one\n2) two",
  "Bring 2*3*4 and *this*\nsee user_id_x\n- [ ] milk\n- [x] eggs",
  "- [ ] milk\nSee you",
  "- dashed",
  "- name: a\n  value: b\n- name: c",
  "--- a/x\n+++ b/x\n@@ -1 +1 @@\n- old\n+ new",
  ">>> 1 + 1\n2",
  "src/**/*.ts, test/**",
  "a | b | c\nd | e | f",
  "  indented\n\ttabbed",
  "ls | grep '[x](y)'",
])("word for word: %j", (text) => expect(isClearlyMarkdown(text)).toBe(false));

test.each([
  "a | b\n--- | ---\n1 | 2",
  "text\n\n| a |\n|:---:|",
  "[a [b](https://b.example/x)",
  '![x](https://a.example/y "a title")',
  "~~~\ncode\n~~~",
  "<details>\n<summary>more</summary>",
])("Markdown in a corner: %j", (text) => expect(isClearlyMarkdown(text)).toBe(true));

test.each([
  "|---|---|",
  "a\n|---|---|",
  "a | b\n---",
  "a | b\n| -- | -- |",
  "a | b\n|---||---|",
  "[a](https://x",
  '[a](https://x "y)',
  "```\n```",
  "# a\n\n\n",
])("no Markdown in a corner: %j", (text) => expect(isClearlyMarkdown(text)).toBe(false));

const MEGABYTE = 2 ** 20;
/**
 * Where a pattern looks from each place to the end, a megabyte of these takes minutes or hours: no machine is so fast that
 * it passes in the time a test has.
 */
test.each([
  "|",
  "| ",
  "a|",
  "|---",
  "|---\n",
  ":-",
  "\n",
  " ",
  "\t\n",
  " \n",
  "# a\n",
  "## \n",
  "```\n",
  "``` x\n",
  "~~~ `\n",
  "[",
  "[a",
  "[](",
  "[](https:",
  "[](https:x ",
  '[](https:x "',
  "![",
  "**",
  " **a",
  " **a*b",
  " **a.\n",
  "<details>\n",
  "<details> ",
  "- ",
  "- [",
  "-\n",
  "> ",
  ">\n",
  ";",
  "; ",
  "{\n",
  "a ",
  "a=",
  "a.",
  "import",
  "1. \n",
  "1.",
])("a megabyte of %j is looked through at once", (part) => {
  const long = part.repeat(MEGABYTE / part.length);
  for (const text of [long, `# a\n\nb | c\n${long}x`]) isClearlyMarkdown(text);
});
