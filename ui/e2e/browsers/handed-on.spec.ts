/** A page finds out by a worker with a policy of its own whether it reaches the computer that its pad goes over to: in every engine. */
import { Server } from "../server";
import { expect, test, until } from "./fixture";
import { read } from "./hands";

test("a page goes over to the computer that takes its pad, with all its words", async ({
  serve,
  sit,
}) => {
  const old = await serve();
  const anna = await sit("Anna", old.pad);
  await anna.type("Before and ");
  const fresh = await Server.take(old.pad);
  try {
    await anna.type("meanwhile");
    await until(anna, (origin) => location.origin === origin, fresh.origin);
    await until(anna, () => !!document.querySelector(".bn-editor"));
    await expect(async () =>
      expect(await read(anna)).toEqual(["paragraph: Before and meanwhile"]),
    ).toPass({ timeout: 20_000 });
    expect(await anna.run(() => JSON.parse(localStorage.getItem("fadepad.me") ?? "{}").name)).toBe(
      "Anna",
    );
  } finally {
    await fresh.kill("SIGKILL"); // else it offers a copy first to who is there
  }
});
