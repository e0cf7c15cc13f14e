/** Pictures to look at, with `SHOTS=1`, and the screens that a test is run on. */
import type { Page } from "@playwright/test";
import type { Who } from "./fixture";

const wanted = !!process.env.SHOTS;

/** A picture into `e2e/shots`. */
export async function shot(page: Page, name: string): Promise<void> {
  if (wanted) await page.screenshot({ path: `e2e/shots/${name}.png` });
}

/** A light desktop and a dark phone; where pictures are wanted also the other two. */
export const sizes = (onDesktop = "Milo", onPhone = "Jana"): Who[] => [
  { name: onDesktop },
  { name: onPhone, phone: true, dark: true },
  ...(wanted
    ? [
        { name: onDesktop, dark: true },
        { name: onPhone, phone: true },
      ]
    : []),
];

/** In the name of a test or a picture. */
export const sizeOf = ({ phone, dark }: Pick<Who, "phone" | "dark">): string =>
  `${phone ? "phone" : "desktop"}-${dark ? "dark" : "light"}`;

/** The themes of a test that is about one of them. */
export const themes = (dark: boolean): boolean[] => (wanted ? [false, true] : [dark]);
