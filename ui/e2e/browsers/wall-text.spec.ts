/** The wall with the text in every engine: it comes by a host's wish, is turned by keys, and goes with the wish. */
import { call } from "../server";
import { test, until } from "./fixture";

test("the wall shows the text by the host's wish, by headings, until it is taken back", async ({
  engineBrowser,
  server,
}) => {
  const pad = await server.make();
  await fetch(`${pad.origin}/api/v1/pads/${pad.pad}/append`, {
    method: "POST",
    headers: { authorization: `Bearer ${pad.host_key}`, "content-type": "text/markdown" },
    body: "# Decisions\n\n- [x] done\n\n# Numbers\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
  });
  const wall = await engineBrowser.open();
  await wall.go(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  await until(wall, () => document.querySelector('.wall[data-connection="live"]') !== null);
  await call("PATCH", pad, { text_on_walls: true });
  const shows = (heading: string, part: string) =>
    until(
      wall,
      (heading: string, part: string) =>
        document.querySelector(".wall-heading")?.textContent === heading &&
        document.querySelector(`.wall-page ${part}`) !== null,
      heading,
      part,
    );
  await shows("Decisions", ".wall-done");
  await until(wall, () => {
    const { scrollHeight } = document.documentElement;
    const life = document.querySelector(".wall-life")?.getBoundingClientRect();
    return scrollHeight <= innerHeight && !!life && life.bottom <= innerHeight;
  });
  await wall.press("ArrowRight");
  await shows("Numbers", "td");
  await call("PATCH", pad, { text_on_walls: false });
  await until(wall, () => document.querySelector(".wall-text") === null);
  await wall.close();
});
