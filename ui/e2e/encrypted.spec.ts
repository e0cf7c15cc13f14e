/** The page over HTTPS with a certificate that was made at the start: a secure context, and the same page. */
import { once } from "node:events";
import { connect } from "node:tls";
import { converged, expect, live, test, text, write } from "./fixture";
import { sound } from "./sound";
import { shot } from "./shots";

/** The fingerprint of the certificate that browsers are shown at this place. */
async function shown(origin: string): Promise<string> {
  const { hostname: host, port } = new URL(origin);
  const socket = connect({ host, port: Number(port), rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

test("people join by code and link over wss, type together, compare the fingerprint and copy", async ({
  serve,
  people,
}) => {
  const server = await serve("--tls", "self-signed");
  const { pad } = server;
  expect(new URL(server.origin).protocol).toBe("https:");
  const anna = await people.come({ name: "Anna", trusting: true });
  const sockets: string[] = [];
  const complaints: string[] = [];
  anna.on("websocket", (socket) => sockets.push(socket.url()));
  anna.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
  anna.on("pageerror", (error) => complaints.push(error.message));
  await anna.goto(`${server.origin}/j/${pad.code}`);
  await live(anna);
  expect(await anna.evaluate(() => isSecureContext)).toBe(true);
  expect(sockets.map((url) => new URL(url).protocol)).toEqual(["wss:"]);

  const milo = await people.open({ name: "Milo", phone: true, trusting: true }, pad);
  await text(anna).click();
  await write(anna, "Nobody reads along");
  await expect(text(milo)).toContainText("Nobody reads along");
  await text(milo).tap();
  await write(milo, " but us", "Nobody reads along");
  expect((await converged(anna, milo))[0]).toBe("Nobody reads along but us");

  await anna.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await anna.getByRole("button", { name: "Share" }).click();
  await anna.getByText("Browsers warn of it once").click();
  const fingerprint = await shown(server.origin);
  await expect(anna.locator(".fingerprint")).toHaveText(fingerprint);
  expect(server.ready.certificate).toEqual({ sha256: fingerprint, self_signed: true });
  await sound(anna);
  await shot(anna, "encrypted-share");
  const copied = () => anna.evaluate(() => navigator.clipboard.readText());
  await anna.getByRole("button", { name: "Copy link" }).click();
  await expect(anna.getByText("Copied")).toBeVisible();
  expect(await copied()).toMatch(new RegExp(`^${server.origin}/p/${pad.pad}#`));
  await anna.getByRole("button", { name: "Close" }).click();
  await anna.getByRole("button", { name: "More" }).click();
  await anna.getByRole("menuitem", { name: "Copy text" }).click();
  await expect(anna.getByText("Text copied")).toBeVisible();
  expect(await copied()).toContain("Nobody reads along but us");
  expect(complaints).toEqual([]);
});

test("a browser that was not told to go on gets in neither by https nor by http", async ({
  serve,
  people,
}) => {
  const server = await serve("--tls", "self-signed");
  const page = await people.come({ name: "Anna" });
  await expect(page.goto(`${server.origin}/j/${server.pad.code}`)).rejects.toThrow(
    "ERR_CERT_AUTHORITY_INVALID",
  );
  await expect(
    page.goto(`${server.origin.replace("https", "http")}/j/${server.pad.code}`),
  ).rejects.toThrow("ERR_CERT_AUTHORITY_INVALID");
});
