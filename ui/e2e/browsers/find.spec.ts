/** Words are found and replaced, whatever browser somebody sits at. */
import { writeHere } from "../clipboards";
import { expect, test, until, type Hands } from "./fixture";
import { shows } from "./hands";

const told = (hands: Hands) =>
  hands.run(() => document.querySelector(".find [role=status]")?.textContent ?? null);

test("Ctrl+F finds, Enter goes on, Escape selects the match in the text, and Ctrl+H replaces all as one step", async ({
  server,
  sit,
}) => {
  const hands = await sit("Anna", await server.make());
  const lines = ["Ärger in front", "no anger", "more ärger, ÄRGER"];
  const blocks = lines.map((content) => ({ type: "paragraph", content }));
  await hands.run(writeHere, JSON.stringify(blocks));
  await until(
    hands,
    () => document.querySelector(".bn-editor")?.textContent.includes("ÄRGER") ?? false,
  );
  await expect(async () => {
    await hands.press("Control", "f");
    expect(await told(hands)).toBe("");
  }).toPass();
  await hands.type("ärger");
  await expect.poll(() => told(hands)).toBe("1 of 3");
  await hands.press("Enter");
  await hands.press("Enter");
  await expect.poll(() => told(hands)).toBe("3 of 3");
  await hands.press("Escape");
  await expect.poll(() => hands.run(() => getSelection()?.toString())).toBe("ÄRGER");
  await hands.type("joy");
  await shows(hands, [
    "paragraph: Ärger in front",
    "paragraph: no anger",
    "paragraph: more ärger, joy",
  ]);
  await hands.press("Control", "h");
  await expect.poll(() => told(hands)).toBe("1 of 2");
  await hands.type("calm");
  await hands.run(() =>
    document.querySelectorAll<HTMLElement>(".find-replacing button")[1]?.click(),
  );
  await shows(hands, [
    "paragraph: calm in front",
    "paragraph: no anger",
    "paragraph: more calm, joy",
  ]);
  await hands.press("Escape");
  await hands.press("Control", "z");
  await shows(hands, [
    "paragraph: Ärger in front",
    "paragraph: no anger",
    "paragraph: more ärger, joy",
  ]);
});
