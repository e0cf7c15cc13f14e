/** Who follows the text without a place in the list: the host reads by which names. */
import { expect, test } from "./fixture";
import { shot } from "./shots";
import { sound } from "./sound";

test("a host reads which programs follow the text, until they are gone", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const gone = new AbortController();
  const follow = (name: string) =>
    fetch(`${pad.origin}/p/${pad.pad}/tail?key=${pad.view_key}${name}`, { signal: gone.signal });
  await Promise.all([follow("&name=Board"), follow("&name=B%C3%B6rd+2"), follow("")]);
  await host.locator(".avatars").click();
  const told = host.getByText("3 programs follow the text: Board, Börd 2, 1 more.");
  await expect(told).toBeVisible();
  await sound(host);
  await shot(host, "followers");
  gone.abort();
  await expect(told).toHaveCount(0);
});
