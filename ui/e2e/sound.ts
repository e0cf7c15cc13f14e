/** What every screen is held to: axe finds nothing grave, and nothing has to be scrolled sideways. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Serious and critical findings; the inside of the editor is BlockNote's. */
export async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude(".bn-editor").analyze();
  const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(width[0]).toBe(width[1]);
}
