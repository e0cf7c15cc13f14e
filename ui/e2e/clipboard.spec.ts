/** Copying, cutting, pasting and dropping: what comes from other programs, and what the page gives out. */
import type { Page } from "@playwright/test";
import { CLIPBOARDS } from "../test/clipboards";
import { seedOf } from "../test/binding/random";
import { Dice, randomBy } from "../test/forms/random";
import { blocksOf, paste, write } from "./clipboards";
import {
  expect,
  keepMarkdown,
  linesOf,
  test,
  text,
  type MadePad,
  type People,
  type Server,
} from "./fixture";

const SEED = seedOf("clipboard");

async function open(
  { server, people }: { server: Server; people: People },
  pad?: MadePad,
): Promise<Page> {
  const page = await people.open({ name: "Anna" }, pad ?? (await server.make()));
  await text(page).click();
  return page;
}

/** What is copied or cut by the next key, type by type. */
async function given(page: Page, key: string): Promise<Record<string, string>> {
  await page.evaluate(() => {
    const types = ["text/html", "text/plain", "blocknote/html"];
    const note = ({ clipboardData }: ClipboardEvent) =>
      Object.assign(window, {
        given: Object.fromEntries(types.map((type) => [type, clipboardData?.getData(type) ?? ""])),
      });
    for (const name of ["copy", "cut"] as const) addEventListener(name, note, { once: true });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { given: Record<string, string> }).given);
}

const selectAll = async (page: Page) => {
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+a");
};

test("what other programs put on the clipboard becomes the blocks that people saw", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  for (const { name, flavours, expected } of CLIPBOARDS) {
    await write(page, [{ type: "paragraph" }]);
    await paste(page, flavours);
    await expect.poll(() => blocksOf(page), { message: name }).toEqual(expected);
  }
});

test("a random text that is copied comes back equal: by the keys, as HTML alone, and by the menu", async ({
  server,
  people,
}) => {
  const blocks = new Dice(randomBy(SEED)).blocks("html", 2, 8);
  blocks.unshift({
    type: "paragraph",
    content: [{ type: "text", text: `begin ${SEED}`, styles: {} }],
  });
  blocks.push({ type: "paragraph", content: [{ type: "text", text: "end", styles: {} }] });
  const page = await open({ server, people });
  await write(page, blocks);
  const before = await blocksOf(page); // the editor has its own way with marks on line breaks
  expect(before).toHaveLength(blocks.length);
  await selectAll(page);
  const flavours = await given(page, "Control+c");

  const other = await open({ server, people });
  await paste(other, {
    "text/html": flavours["text/html"] ?? "",
    "text/plain": flavours["text/plain"] ?? "",
  });
  await expect.poll(() => blocksOf(other), { message: `as HTML, SEED=${SEED}` }).toEqual(before);

  const third = await page.context().newPage();
  const pad = await server.make();
  await third.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await text(third).click();
  await third.keyboard.press("Control+v");
  await expect
    .poll(() => blocksOf(third), { message: `by the keys, SEED=${SEED}` })
    .toEqual(before);

  await page.bringToFront();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Copy text as Markdown" }).click();
  await expect(page.getByText("Text copied")).toBeVisible();
  const fourth = await page.context().newPage();
  const last = await server.make();
  await fourth.goto(`${last.origin}/p/${last.pad}#${last.edit_key}`);
  await text(fourth).click();
  await fourth.keyboard.press("Control+v");
  await expect
    .poll(() => blocksOf(fourth), { message: `by the menu, SEED=${SEED}` })
    .toEqual(before);
});

/** Of a picture that nobody can show, and of one that lies elsewhere. */
const said = /^(This picture can’t be read here|Pictures of other pages don’t come in)/;
const line = (content: string) => ({ type: "paragraph", content });
const cell = (text: string) => ({
  type: "tableCell" as const,
  content: text ? [{ type: "text" as const, text, styles: {} }] : [],
});

test("words land in the sentence, and a word that is copied is only that word", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  await page.keyboard.type("from to");
  for (let i = 0; i < 2; i += 1) await page.keyboard.press("ArrowLeft");
  await paste(page, {
    "text/html": "<meta charset='utf-8'><b>user_id_old</b> ",
    "text/plain": "user_id_old ",
  });
  await expect
    .poll(() => blocksOf(page))
    .toEqual([
      { type: "paragraph", content: ["from ", { text: "user_id_old", bold: true }, "to"] },
    ]);
  await page.keyboard.press("Shift+Home");
  const flavours = await given(page, "Control+c");
  expect(flavours["text/plain"]).toBe("from user_id_old");
  expect(flavours["text/html"]).toContain("<strong>user_id_old</strong>");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await paste(page, {
    "text/html": `<div style="font-family: monospace;white-space: pre;"><div><span>__init__</span></div></div>`,
    "text/plain": "__init__",
    "vscode-editor-data": '{"mode":"python"}',
  });
  await expect.poll(async () => (await blocksOf(page)).at(-1)).toEqual(line("__init__"));
});

test("what is pasted, copied, cut or formatted is where the caret is seen, also before the editor has heard of it", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  await page.keyboard.type("one two three");
  await page.keyboard.press("Home");
  await expect.poll(() => page.evaluate(() => getSelection()?.focusOffset)).toBe(0);
  /** Selects a word and does it in one go, as the browser had no time to tell of the selection between the two. */
  const at = (from: number, to: number, deed: string) =>
    page.evaluate(
      ([from, to, deed]) => {
        const words = document.querySelector(".bn-inline-content")?.firstChild as Text;
        getSelection()?.setBaseAndExtent(words, from, words, to);
        const clipboardData = new DataTransfer();
        if (deed === "paste") clipboardData.setData("text/plain", "2");
        if (deed === "press")
          document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        else
          words.parentElement?.dispatchEvent(
            new ClipboardEvent(deed, { clipboardData, bubbles: true, cancelable: true }),
          );
        const editor = document.querySelector(".bn-editor") as unknown as {
          editor: { view: { state: { selection: { from: number; to: number } } } };
        };
        const { selection } = editor.editor.view.state;
        return [clipboardData.getData("text/plain"), selection.to - selection.from] as const;
      },
      [from, to, deed] as const,
    );
  expect(await at(4, 7, "paste")).toEqual(["2", 0]);
  expect(await linesOf(page)).toEqual(["one 2 three"]);
  expect(await at(6, 11, "copy")).toEqual(["three", 5]);
  expect(await at(0, 3, "press"), "a tool acts on these words").toEqual(["", 3]);
  expect(await at(0, 4, "cut")).toEqual(["one ", 0]);
  expect(await linesOf(page)).toEqual(["2 three"]);
});

test("cut takes the same with it as copy, and it can be put back", async ({ server, people }) => {
  const page = await open({ server, people });
  await paste(page, {
    "text/html": "<ol><li>one</li><li>two_x_y</li></ol><blockquote>&gt; *said*</blockquote>",
  });
  await expect.poll(() => blocksOf(page)).toHaveLength(3); // what reads a paste may still be on its way
  const before = await blocksOf(page);
  await selectAll(page);
  const flavours = await given(page, "Control+x");
  expect(flavours["text/plain"]).toBe("1. one\n2. two_x_y\n> *said*");
  await expect.poll(() => blocksOf(page)).toEqual([]);
  await page.keyboard.press("Control+v");
  await expect.poll(() => blocksOf(page)).toEqual(before);
});

test("the words as they are: without form by Ctrl+Shift+V, in code, and in a cell", async ({
  server,
  people,
}) => {
  const markdown = "## Title\n\n- **a**\n- b <i>";
  const page = await open({ server, people });
  const editorOf = await page.context().newPage(); // a plain text editor, as far as the clipboard is concerned
  await editorOf.setContent("<textarea autofocus></textarea>");
  await editorOf.locator("textarea").fill(markdown);
  await editorOf.keyboard.press("Control+a");
  await editorOf.keyboard.press("Control+c");
  await page.bringToFront();
  await page.keyboard.press("Control+Shift+v");
  await expect
    .poll(() => blocksOf(page))
    .toEqual([line("## Title"), { type: "paragraph" }, line("- **a**"), line("- b <i>")]);

  await write(page, [{ type: "codeBlock", props: { language: "rust" }, content: [] }]);
  await page.locator("pre").click();
  await paste(page, {
    "text/html": "<ul><li>x</li></ul>",
    "text/plain": `${markdown}\n\tindented`,
  });
  await expect
    .poll(async () => (await blocksOf(page))[0])
    .toEqual({
      type: "codeBlock",
      props: { language: "rust" },
      content: `${markdown}\n\tindented`,
    });

  await write(page, [
    { type: "table", content: { type: "tableContent", rows: [{ cells: [cell(""), cell("b")] }] } },
  ]);
  await page.locator("td").first().click();
  await paste(page, { "text/plain": markdown });
  await expect
    .poll(async () => (await blocksOf(page))[0])
    .toEqual({ type: "table", rows: [[markdown, "b"]] });
  await page.locator("td").last().click();
  await page.keyboard.press("End");
  await paste(page, { "text/html": "<p>1. <b>Plan</b></p><ul><li>x</li></ul>", "text/plain": "" });
  await expect
    .poll(async () => (await blocksOf(page))[0])
    .toEqual({
      type: "table",
      rows: [[markdown, ["b1. ", { text: "Plan\n", bold: true }, "• x"]]],
    });
});

test("a picture or a file says why nothing happens, and never leads away from the page", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  const toast = page.getByText(said);
  const drop = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((target) => {
        const data = new DataTransfer();
        data.items.add(new File(["x"], "photo.png", { type: "image/png" }));
        const { left, top } = target.getBoundingClientRect();
        const event = (name: string) =>
          new DragEvent(name, {
            dataTransfer: data,
            bubbles: true,
            cancelable: true,
            clientX: left + 5,
            clientY: top + 5,
          });
        return [!target.dispatchEvent(event("dragover")), !target.dispatchEvent(event("drop"))];
      });
  for (const place of [".bn-editor", ".paper", "header", "body"]) {
    expect(await drop(place), place).toEqual([true, true]); // the browser's own way is off
    await expect(toast).toBeVisible();
    await expect(toast).toBeHidden();
  }
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "photo.png", { type: "image/png" }));
    document
      .querySelector(".bn-editor")
      ?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
  });
  await expect(toast).toBeVisible();
  expect(await blocksOf(page)).toEqual([]);
});

test("a picture that comes into code says why nothing happens", async ({ server, people }) => {
  const page = await open({ server, people });
  await write(page, [
    {
      type: "codeBlock",
      props: { language: "rust" },
      content: [{ type: "text", text: "let it", styles: {} }],
    },
  ]);
  await page.locator("pre").click();
  for (const html of ["", '<img src="data:image/png;base64,iVBORw0KGgo=" alt="map">']) {
    await page.evaluate((picture) => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "photo.png", { type: "image/png" }));
      if (picture) data.setData("text/html", picture);
      document
        .querySelector(".bn-editor code")
        ?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
        );
    }, html);
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.getByText(said)).toBeHidden();
  }
  expect((await blocksOf(page))[0]).toEqual({
    type: "codeBlock",
    props: { language: "rust" },
    content: "let it",
  });
});

test("a picture of another page that is dropped beside the text says why nothing happens, and words say nothing", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  const toast = page.getByText(said);
  const drop = (selector: string, html: string, withFile: boolean) =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (target, [dragged, file]) => {
          const data = new DataTransfer();
          data.setData("text/html", dragged);
          if (file) data.items.add(new File(["x"], "photo.png", { type: "image/png" }));
          const event = (name: string) =>
            new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true });
          return [!target.dispatchEvent(event("dragover")), !target.dispatchEvent(event("drop"))];
        },
        [html, withFile] as const,
      );
  for (const place of [".paper", "header"]) {
    expect(await drop(place, "<p>words</p>", false)).toEqual([true, true]);
    await expect(toast).toBeHidden();
    for (const withFile of [false, true]) {
      expect(
        await drop(
          place,
          '<a href="https://elsewhere.example"><img src="https://elsewhere.example/a.png" alt="map"></a>',
          withFile,
        ),
      ).toEqual([true, true]);
      await expect(toast, `${place} ${withFile ? "with" : "without"} a file`).toBeVisible();
      await expect(toast).toBeHidden();
    }
  }
  expect(await blocksOf(page)).toEqual([]);
});

test("a file that is dropped on the first page does not lead away from it", async ({
  server,
  people,
}) => {
  const page = await people.come({ name: "Anna" });
  await page.goto(server.origin);
  await expect(page.locator("main")).toBeVisible();
  const stopped = await page.locator("body").evaluate((body) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "a.txt"));
    return ["dragover", "drop"].map(
      (name) =>
        !body.dispatchEvent(
          new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }),
        ),
    );
  });
  expect(stopped).toEqual([true, true]);
  await expect(page.getByText(said)).toBeVisible();
});

test("what is dropped from another page is read as if it were pasted, and nothing of it is fetched or run", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const evil =
    '<img src="https://elsewhere.example/a.png" alt="map" onerror="document.title=1"><svg onload="document.title=2"></svg><iframe src="https://elsewhere.example/f"></iframe>' +
    '<p style="background:url(https://elsewhere.example/b.png)">words</p><a href="javascript:document.title=3">trap</a><link rel=stylesheet href="https://elsewhere.example/c.css">';
  await text(page).evaluate((target, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "words");
    const { left, top } = (
      target.querySelector(".bn-inline-content") ?? target
    ).getBoundingClientRect();
    target.dispatchEvent(
      new DragEvent("drop", {
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
        clientX: left + 2,
        clientY: top + 5,
      }),
    );
  }, evil);
  const expected = [
    { type: "paragraph", content: [{ text: "map", href: "https://elsewhere.example/a.png" }] },
    line("words"),
    line("trap"),
  ];
  await expect.poll(() => blocksOf(page)).toEqual(expected);
  await selectAll(page);
  await page.keyboard.press("Backspace");
  await paste(page, { "text/html": evil, "text/plain": "words" });
  await expect.poll(() => blocksOf(page)).toEqual(expected);
  expect(asked.filter((url) => url.includes("elsewhere"))).toEqual([]);
  expect(await page.title()).not.toMatch(/^[123]$/);
});

/** A browser writes each address in its own way (`<` as `%3C`) when one copies a link out of a page. */
const written = (page: Page, blocks: unknown): Promise<unknown> =>
  page.evaluate(
    (json) => JSON.parse(json, (key, value) => (key === "href" ? new URL(value).href : value)),
    JSON.stringify(blocks),
  );

test("the files that one keeps hold the text, and a copy out of the web page comes back equal", async ({
  server,
  people,
}) => {
  const blocks = new Dice(randomBy(SEED + 1)).blocks("html", 2, 8);
  const page = await open({ server, people });
  await write(page, [
    { type: "paragraph", content: [{ type: "text", text: `begin ${SEED}`, styles: {} }] },
    ...blocks,
    { type: "paragraph", content: [{ type: "text", text: "a_b *c* <d>", styles: {} }] },
  ]);
  const before = await written(page, await blocksOf(page));
  const [markdown] = await Promise.all([page.waitForEvent("download"), keepMarkdown(page)]);
  const { readFile } = await import("node:fs/promises");
  expect(await readFile(await markdown.path(), "utf8")).toContain("a_b \\*c\\* \\<d>");

  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Leave" }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /web page/i }).click(),
  ]);
  const kept = await page.context().newPage();
  await kept.setContent(await readFile(await file.path(), "utf8"));
  await kept.evaluate(() =>
    getSelection()?.selectAllChildren(document.querySelector("main") ?? document.body),
  );
  await kept.keyboard.press("Control+c");
  const other = await page.context().newPage();
  const pad = await server.make();
  await other.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await text(other).click();
  await other.keyboard.press("Control+v");
  await expect.poll(() => blocksOf(other), { message: `SEED=${SEED}` }).toEqual(before);
});

test("the text of a kept Markdown file comes back equal, also where it is words and nothing else", async ({
  server,
  people,
}) => {
  const texts = [["Vec<String> and 2*3*4"], ["one", "two"], ["one", "", "two"]];
  for (const lines of texts) {
    const page = await open({ server, people });
    for (const [i, line] of lines.entries()) {
      if (i > 0) await page.keyboard.press("Enter");
      await page.keyboard.type(line);
    }
    const before = await blocksOf(page);
    const [file] = await Promise.all([page.waitForEvent("download"), keepMarkdown(page)]);
    const { readFile } = await import("node:fs/promises");
    const other = await open({ server, people });
    await paste(other, { "text/plain": await readFile(await file.path(), "utf8") });
    await expect.poll(() => blocksOf(other), { message: lines.join("|") }).toEqual(before);
    await page.context().close();
    await other.context().close();
  }
});
