/** The page on a plain address of the network: no secure context, nothing from elsewhere, nothing against the policy. */
import { expect, live, test, text, write } from "./fixture";

/** Chromium says on every plain-http page that it has no use for this header there. */
const HARMLESS = /^The Cross-Origin-Opener-Policy header has been ignored/;

test("no request leaves the origin and nothing offends the policy, from the code to menus, emoji and the end", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Anna" });
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  const { host } = new URL(server.origin);
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && url.host !== host) elsewhere.push(request.url());
  });
  page.on(
    "websocket",
    (socket) => new URL(socket.url()).host !== host && elsewhere.push(socket.url()),
  );
  page.on("console", (line) => {
    if (line.type() === "error" && !HARMLESS.test(line.text())) complaints.push(line.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));

  await page.goto(server.origin);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await page.getByLabel("Code", { exact: true }).fill(pad.code);
  await live(page);
  await text(page).click();
  await write(page, "# Title\n[] tick\n\nhttps://a.example/x ");
  await write(page, ":smile");
  await expect(page.locator(".bn-grid-suggestion-menu-item").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.type("\n/");
  await expect(page.locator(".bn-suggestion-menu")).toBeVisible();
  await expect(page.locator(".bn-suggestion-menu")).not.toContainText("Image");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Backspace");
  await page.evaluate(() => {
    const html =
      '<p>pasted <b>words</b></p><img src="https://tracker.example/x.png"><a href="javascript:alert(1)">trap</a>';
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    document
      .querySelector(".bn-editor")
      ?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
  });
  await expect(text(page)).toContainText("pasted words");
  await expect(text(page)).toContainText("trap");
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.locator(".qr")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Copy text" }).click();
  await expect(page.getByText("Text copied")).toBeVisible();

  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});
