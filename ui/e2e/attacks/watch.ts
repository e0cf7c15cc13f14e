/** What no page may do, whatever stands in the text: ask somewhere else, open a dialog, fail, or try what its own policy forbids. */
import { expect, type Page } from "@playwright/test";

declare global {
  interface Window {
    forbidden?: string[];
  }
}

/** Says what it saw, and fails where that is anything. */
export type Watch = (what?: string) => Promise<void>;

/** Runs in the page, before anything else does. */
const listen = () => {
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    (window.forbidden ??= []).push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
};

/** To be called before the page is opened. `origin`: the only place that it may ask. */
export async function watch(page: Page, origin: string): Promise<Watch> {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !["blob:", "data:", "about:"].includes(url.protocol))
      seen.push(`a request: ${request.url()}`);
  });
  page.on("pageerror", (error) => seen.push(`an error: ${error.message}`));
  page.on("crash", () => seen.push("a crash"));
  await page.addInitScript(listen);
  return async (what = "") => {
    const forbidden = await page.evaluate(() => window.forbidden ?? []);
    expect([...seen, ...forbidden], what).toEqual([]);
  };
}
