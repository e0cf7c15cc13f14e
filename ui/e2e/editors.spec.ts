/** Three editors of others, each on a page of another origin, that know no more of a pad than its name: `clients/editors`. */
import type { Page } from "@playwright/test";
import type { AddressInfo } from "node:net";
import { preview } from "vite";
import { expect, type MadePad, test as base, text } from "./fixture";

/** The pages, built before this runs. */
const EDITORS = new URL("../../clients/editors", import.meta.url).pathname;
/** A name of this machine that is none of Fadepad's own. */
const HOST = "pages.localhost";

interface Fixtures {
  /** Someone at a page of another origin, in whatever pad has this name. */
  visit: (page: string, name: string) => Promise<Page>;
  /** What has failed in their pages. */
  complaints: string[];
  /** A server that makes pads as they are named; where its pads are. */
  house: { origin: string; key: string };
}

const test = base.extend<Fixtures, { pages: string }>({
  pages: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted from here
    async ({}, provide) => {
      const served = await preview({
        root: EDITORS,
        configFile: false,
        logLevel: "warn",
        preview: { host: "127.0.0.1", port: 0 },
      });
      await provide(`http://${HOST}:${(served.httpServer.address() as AddressInfo).port}/`);
      await served.close();
    },
    { scope: "worker" },
  ],
  house: async ({ serve }, provide) => {
    const { origin, ready } = await serve("--create", "anyone", "--allowed-host", HOST);
    await provide({ origin, key: ready.instance_key as string });
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted from here
  complaints: async ({}, provide) => provide([]),
  visit: async ({ people, pages, complaints, house: { origin, key } }, provide) => {
    await provide(async (page, name) => {
      const somebody = await people.come({ name, stranger: true });
      somebody.on("pageerror", (error) => complaints.push(error.message));
      const server = `${origin.replace("http", "ws")}/ws`;
      const where = new URLSearchParams({ server, pad: `with-${page}`, key, name });
      await somebody.goto(`${pages}${page}.html#${where}`);
      return somebody;
    });
  },
});

/** The words of an editor, without the names that stand among them. */
const words = (page: Page, { editor, caret }: { editor: string; caret: string }) =>
  page.locator(editor).evaluate((node, caret) => {
    const copy = node.cloneNode(true) as Element;
    copy.querySelectorAll(caret).forEach((name) => name.remove());
    // the editors put a word joiner around a caret
    return (copy.textContent ?? "").replaceAll("\u2060", "");
  }, caret);

/** What each editor is found by, and where it shows the name at another's caret. */
const EDITOR = {
  blocknote: { editor: ".bn-editor", caret: ".bn-collaboration-cursor__label" },
  tiptap: { editor: ".tiptap", caret: ".collaboration-carets__label" },
  codemirror: { editor: ".cm-content", caret: ".cm-ySelectionInfo" },
};

for (const [name, { editor, caret }] of Object.entries(EDITOR)) {
  test(`two people write with ${name} in a pad that their page has made by its name`, async ({
    visit,
    complaints,
  }) => {
    const [anna, ben] = await Promise.all([visit(name, "Anna"), visit(name, "Ben")]);
    await anna.locator(editor).click();
    await anna.keyboard.type("one");
    await anna.keyboard.press("Enter");
    await anna.keyboard.type("two");
    await expect(ben.locator(editor)).toContainText("two");
    await ben
      .locator(editor)
      .getByText("one")
      .click({ position: { x: 1, y: 9 } });
    await expect(anna.locator(caret)).toContainText("Ben");
    await Promise.all([
      anna.keyboard.type(" and three", { delay: 15 }),
      ben.keyboard.type("zero and ", { delay: 15 }),
    ]);
    for (const page of [anna, ben]) {
      await expect.poll(() => words(page, { editor, caret })).toBe("zero and onetwo and three");
    }
    await expect(ben.locator(caret)).toContainText("Anna");
    const late = await visit(name, "Cleo");
    await expect.poll(() => words(late, { editor, caret })).toBe("zero and onetwo and three");
    expect(complaints).toEqual([]);
  });
}

test("what BlockNote wrote there is read and written in Fadepad's own page", async ({
  visit,
  house: { origin, key },
  people,
}) => {
  const anna = await visit("blocknote", "Anna");
  await anna.locator(EDITOR.blocknote.editor).click();
  await anna.keyboard.type("from elsewhere");
  const answer = await fetch(`${origin}/api/v1/pads/with-blocknote/key`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
  });
  const own = ((await answer.json()) as { key: string }).key;
  const pad = { origin, pad: "with-blocknote", edit_key: own } as MadePad;
  const ben = await people.open({ name: "Ben" }, pad);
  await expect(text(ben)).toContainText("from elsewhere");
  await text(ben).click();
  await ben.keyboard.press("ControlOrMeta+End");
  await ben.keyboard.type(", and back");
  await expect(anna.locator(EDITOR.blocknote.editor)).toContainText("from elsewhere, and back");
});

test("a page whose host was not allowed gets no socket", async ({ people, pages, serve }) => {
  const { origin, ready } = await serve("--create", "anyone");
  const somebody = await people.come({ name: "Anna", stranger: true });
  const server = `${origin.replace("http", "ws")}/ws`;
  const where = new URLSearchParams({ server, pad: "no", key: ready.instance_key as string });
  const refused = somebody.waitForEvent("console", (line) => line.text().includes("403"));
  await somebody.goto(`${pages}codemirror.html#${where}`);
  await refused;
});
