/**
 * Which addresses a link may have, as a page keeps to it: one that somebody wrote into the document with another program is
 * letters that lead nowhere, nobody makes one by hand, and what is allowed opens apart.
 */
import type { Page } from "@playwright/test";
import { put as insert, text as letters } from "../../test/binding/malformed";
import { expect, test, text } from "../fixture";
import { comeIn } from "../stranger";
import { look, put, type Attack } from "./attacker";
import { Honest } from "./honest";

const RUN = "javascript:document.title='ran'";
/** What runs, opens programs, reads files, or hides its scheme from who only looks at its first letters. */
const BAD: readonly string[] = [
  RUN,
  "JaVaScRiPt:document.title='ran'",
  "java\tscript:document.title='ran'",
  "java\nscript:document.title='ran'",
  "\u0001javascript:document.title='ran'",
  " javascript:document.title='ran'",
  "java\u200bscript:document.title='ran'",
  "\u202ejavascript:document.title='ran'",
  "vbscript:x",
  "data:text/html,<title>ran</title>",
  "blob:http://elsewhere.invalid/x",
  "file:///etc/passwd",
  "filesystem:http://elsewhere.invalid/x",
  "view-source:http://elsewhere.invalid/",
  "about:blank",
  "ftp://elsewhere.invalid/",
  "ms-msdt:/id",
  "intent://x#Intent;scheme=x;end",
  "ws://elsewhere.invalid/",
];
const GOOD: readonly string[] = [
  "https://elsewhere.invalid/a",
  "http://elsewhere.invalid/b",
  "mailto:anna@elsewhere.invalid",
  "tel:+4912345",
];
const word = (kind: string, n: number): string => `${kind}${n}.`;

/** The addresses that the text leads to; a link that may lead nowhere is drawn with an empty one. */
const hrefs = async (page: Page): Promise<string[]> => {
  const all = await text(page)
    .locator("[href]")
    .evaluateAll((each) => each.map((a) => a.getAttribute("href") ?? ""));
  return all.filter((href) => href !== "");
};

/** Tabs that a page has opened, with what they know of who did. */
function opened(page: Page): string[] {
  const all: string[] = [];
  page.context().on("page", (tab) => all.push(tab.url()));
  return all;
}

test("an address that somebody wrote with another program leads nowhere unless it is one of the web, of mail or phone", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await Honest.open(people, pad, "Anna");
  const { page } = anna;
  const tabs = opened(page);
  const title = await page.title();
  await text(page).click();
  await page.keyboard.type("Anna:");
  const doc = await look(pad);
  const villain = await comeIn(pad, doc);
  const link =
    (kind: string) =>
    (href: string, n: number): Attack => [
      href,
      insert(letters((line) => line.insert(0, word(kind, n), { link: { href } }))),
    ];
  put(doc, [...BAD.map(link("bad")), ...GOOD.map(link("good"))]);
  const last = text(page).getByText(word("good", GOOD.length - 1), { exact: true });
  await expect(last).toBeVisible();

  for (const n of GOOD.keys()) {
    const anchor = text(page).locator("a", { hasText: word("good", n) });
    await expect(anchor).toHaveAttribute("href", GOOD[n] as string);
    await expect(anchor).toHaveAttribute("rel", /noopener/);
  }
  for (const n of BAD.keys()) {
    const there = text(page).getByText(word("bad", n), { exact: true });
    await expect(there, BAD[n]).toBeVisible();
    await there.click();
    await there.click({ modifiers: ["ControlOrMeta"] });
    await there.click({ button: "middle" });
    await page.keyboard.press("Escape");
  }
  await anna.sees([anna], "links");
  expect((await hrefs(page)).filter((href) => !GOOD.includes(href))).toEqual([]);
  expect([tabs, await page.title(), new URL(page.url()).origin]).toEqual([[], title, pad.origin]);
  villain.destroy();
});

test("nobody makes such a link by hand, and one that is allowed opens in a tab that can't reach back", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await Honest.open(people, pad, "Anna");
  const { page } = anna;
  await page
    .context()
    .route("http://elsewhere.invalid/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>there</title>" }),
    );
  await text(page).click();
  for (const href of [RUN, "data:text/html,x", "file:///etc/passwd", "vbscript:x"]) {
    await page.keyboard.type(`${href} `);
    await page.keyboard.press("Enter");
    await page.keyboard.type("words");
    await page.keyboard.press("Shift+Home");
    await paste(page, href);
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("words");
    await page.keyboard.press("Shift+Home");
    await page.keyboard.press("Alt+F10");
    await expect(page.locator(".bn-formatting-toolbar").getByRole("button").first()).toBeFocused();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.getByPlaceholder("Edit URL").fill(href);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    expect(
      (await hrefs(page)).filter((made) => !/^https?:/.test(made)),
      href,
    ).toEqual([]);
    await text(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type("http://elsewhere.invalid/there ");
  const link = text(page).locator("a", { hasText: "there" });
  await expect(link).toHaveAttribute("href", "http://elsewhere.invalid/there");
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await expect(tab).toHaveTitle("there");
  expect(await tab.evaluate(() => [window.opener, document.referrer])).toEqual([null, ""]);
});

/** Somebody pastes these words. */
async function paste(page: Page, words: string): Promise<void> {
  await text(page).evaluate((editor, plain) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", plain);
    editor.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, words);
}
