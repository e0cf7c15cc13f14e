/** What every screen and every open state is held to: axe finds nothing at all, and nothing has to be scrolled sideways. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

type RunOptions = Parameters<AxeBuilder["options"]>[0];

/** WCAG 2.2 up to AA, and best practice; the whole page, the inside of the editor too. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** Rules that axe leaves off although they belong to these tags. */
const RULES: RunOptions["rules"] = {
  "label-content-name-mismatch": { enabled: true },
  "target-size": { enabled: true },
};

/** What axe finds, one line an element. */
async function findings(page: Page, options: RunOptions): Promise<string[]> {
  // a page has no frames of elsewhere: without them axe needs no blank page beside it to put its findings together
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await axe.options({ ...options, resultTypes: ["violations"] }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ html, any, all, none }) =>
        `${id}: ${[...any, ...all, ...none].map(({ message }) => message).join("; ")} ${html}`,
    ),
  );
}

/** In the theme that is shown; and what the other one could change, which the page takes without closing anything. */
export async function sound(page: Page): Promise<void> {
  const dark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  expect(await findings(page, { runOnly: { type: "tag", values: TAGS }, rules: RULES })).toEqual(
    [],
  );
  await page.emulateMedia({ colorScheme: dark ? "light" : "dark" });
  expect(
    await findings(page, { runOnly: { type: "rule", values: ["color-contrast"] } }),
    "in the other theme",
  ).toEqual([]);
  await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
  const width = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(width[0]).toBe(width[1]);
}
