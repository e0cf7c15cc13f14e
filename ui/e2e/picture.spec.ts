/** Draws the pictures for the README from the real page. */
import { expect, test, text, write } from "./fixture";

test("four people work on a sprint review", async ({ server, people }) => {
  const answer = await fetch(`${server.origin}/api/v1/pads`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${server.ready.host_key}`,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ name: "sprint-review" }),
  });
  const pad = { ...(await answer.json()), origin: server.origin };
  const anna = await people.open({ name: "Anna Krause" }, pad, pad.host_key);
  await text(anna).click();
  await write(
    anna,
    "# Sprint review, 22 November\nRoom Aquarium · Anna, Milo, Jana, Sam\n## Decisions\n[] Release candidate goes out on Thursday\n",
  );
  await write(
    anna,
    "Jana asks legal about the licence of the map tiles\nRetro moves to Monday, 10:00\n\n## What we saw\n",
  );
  await write(
    anna,
    "Upload on the old tablets is still slow. Sam measured 4.2 s for a photo, most of it is the turn of the picture. We try it in a worker.\n",
  );
  await write(
    anna,
    "- Search finds words inside tables now\nDark theme: contrast of quotes too low\n\n> “I scanned the code and wrote before the projector was on.”\n",
  );
  await write(anna, "\n## Open\n");
  await anna.getByRole("checkbox").first().click();
  const milo = await people.open({ name: "Milo Reiter", color: "#b4466e" }, pad);
  const jana = await people.open({ name: "Jana Tal", color: "#0b7d63", phone: true }, pad);
  await people.open({ name: "Sam Lee", color: "#9a5b13", phone: true }, pad);
  await write(milo, "", "Jana asks legal");
  await write(jana, "", "Dark theme");
  await expect(text(anna).locator(".cursor-name")).toHaveCount(2);
  await expect(anna.getByRole("button", { name: /^4 people here/ })).toBeVisible();
  await anna.evaluate(() => (document.activeElement as HTMLElement).blur());
  await anna.mouse.move(1100, 700);
  await anna.evaluate(() => scrollTo(0, 0));
  await anna.screenshot({ path: "../docs/pad.png", animations: "disabled" });
});

test("a room comes in by the wall", async ({ serve, people }) => {
  const { pad } = await serve("--port", "7780", "sprint-review");
  const wall = await people.come({ name: "Wall", dark: true });
  await wall.setViewportSize({ width: 1280, height: 720 });
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  await expect(wall.locator(".wall")).toHaveAttribute("data-connection", "live");
  const guests = [
    ["Anna", "#2f6bd8"],
    ["Milo", "#b4466e"],
    ["Jana", "#0b7d63"],
    ["Sam", "#9a5b13"],
    ["Calm Heron", "#7a4fd0"],
  ] as const;
  for (const [name, color] of guests) await people.open({ name, color }, pad);
  await expect(wall.getByText("Calm Heron is here").last()).toBeVisible();
  await wall.screenshot({ path: "../docs/wall.png", animations: "disabled" });
});
