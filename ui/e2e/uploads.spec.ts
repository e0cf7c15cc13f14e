/** Files on their way when a connection breaks, and pictures whose server is another one by now. */
import { createHash } from "node:crypto";
import { ledOn } from "./carriers";
import { expect, live, saved, test, text, write } from "./fixture";
import { shot } from "./shots";
import { sound } from "./sound";

const TENTHS = Array.from({ length: 10 }, (_, i) => i + 1);
const BYTES = 1 << 20;

/** Other bytes for each. */
const fileOf = (n: number): Buffer => Buffer.alloc(BYTES, `file ${n} `);

const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** Breaks the first try of each file `N.bin` once so many tenths of it have gone through; ten: when all has, before the answer. */
function atEachTenth(broken: Set<number>) {
  return () => {
    let left: { n: number; bytes: number } | null = null;
    return (sent: Buffer): boolean => {
      const head = sent.toString("latin1", 0, 4096);
      const n = Number(/^POST \S+\/files\?name=(\d+)\.bin /.exec(head)?.[1] ?? 0);
      let bytes = sent.length;
      if (n > 0 && !broken.has(n)) {
        left = { n, bytes: (BYTES * n) / 10 };
        bytes -= head.indexOf("\r\n\r\n") + 4;
      }
      if (!left) return false;
      left.bytes -= bytes;
      if (left.bytes > 0) return false;
      broken.add(left.n);
      return true;
    };
  };
}

test("a file whose way is cut at any tenth of it goes on by itself, and comes whole and once", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const broken = new Set<number>();
  const carrier = await ledOn(server.origin, atEachTenth(broken));
  const page = await people.open({ name: "Milo" }, { ...pad, origin: carrier.origin });
  const other = await people.open({ name: "Sam" }, pad);
  await text(page).click();
  await page.keyboard.type("/file");
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("option", { name: /^File/ }).click();
  await (
    await chosen
  ).setFiles(TENTHS.map((n) => ({ name: `${n}.bin`, mimeType: "", buffer: fileOf(n) })));
  await expect(other.locator(".coming")).toHaveCount(10);
  await expect(other.locator(".file-card")).toHaveCount(10, { timeout: 60_000 });
  await expect(other.locator(".coming")).toHaveCount(0);
  expect([...broken].sort((a, b) => a - b)).toEqual(TENTHS);
  const links = await other
    .locator(".file-card")
    .evaluateAll((all) =>
      all.map((each) => [each.getAttribute("download"), each.getAttribute("href")] as const),
    );
  for (const [i, [name, href]] of links.entries()) {
    expect(name).toBe(`${i + 1}.bin`);
    const answer = await fetch(new URL(href ?? "", server.origin));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(digest(bytes), `${name} is whole`).toBe(digest(fileOf(i + 1)));
  }
  await carrier.stop();
});

test("a picture whose server has died says so to who comes after, and the words are all there", async ({
  serve,
  people,
  folder,
}) => {
  const flags = ["--secret-file", `${folder}/secret`];
  const first = await serve(...flags);
  const { pad } = first;
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "The board\n");
  const png = await anna.evaluate(() =>
    Object.assign(document.createElement("canvas"), { width: 400, height: 240 })
      .toDataURL()
      .replace(/^.*,/, ""),
  );
  await anna.keyboard.type("/picture");
  const chosen = anna.waitForEvent("filechooser");
  await anna.getByRole("option", { name: /^Picture/ }).click();
  const buffer = Buffer.from(png, "base64");
  await (await chosen).setFiles({ name: "board.png", mimeType: "image/png", buffer });
  await expect(text(anna).locator("img[data-own]")).toHaveCount(1);
  const before = await text(anna).locator("img[data-own]").boundingBox();
  await saved(anna);
  await first.kill("SIGKILL");
  await serve("--port", String(first.ready.port), ...flags);
  await live(anna);
  await saved(anna);
  const late = await people.open({ name: "Lea" }, pad);
  await expect(text(late)).toContainText("The board");
  await expect(text(late)).toContainText("This picture is not here any more.");
  const after = await late.locator(".picture-away").boundingBox();
  expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
  await expect(text(late)).toContainText("Anna, "); // who brought it is still told
  await sound(late);
  await shot(late, "picture-away");
});
