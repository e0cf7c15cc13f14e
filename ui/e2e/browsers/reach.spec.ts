/** What hands do beside typing, whatever browser somebody sits at: cells, pictures and files, the menu of a line, the last call. */
import { blocksHere, shortly, writeHere } from "../clipboards";
import { text } from "../fixture";
import { call } from "../server";
import { expect, test, until, type Hands } from "./fixture";
import { boxOf, click, shows } from "./hands";

const line = (words: string) => ({
  type: "paragraph",
  content: [{ type: "text", text: words, styles: {} }],
});
const TABLE = {
  type: "table",
  content: { type: "tableContent", rows: [{ cells: ["a", "b"] }, { cells: ["c", "d"] }] },
};
const put = (hands: Hands, blocks: unknown[]): Promise<void> =>
  hands.run(writeHere, JSON.stringify(blocks));

test("a drag over cells selects them, and Delete empties them", async ({ server, sit }) => {
  const hands = await sit("Anna", await server.make());
  await put(hands, [line("above"), TABLE, line("below")]);
  await shows(hands, ["paragraph: above", "table: a | b | c | d", "paragraph: below"]);
  await click(hands, ".bn-editor .bn-inline-content"); // a drag of what is selected would move it
  const [from, to] = [
    await boxOf(hands, ".bn-editor td", 0),
    await boxOf(hands, ".bn-editor td", 2),
  ];
  await hands.drag(
    { x: from.left + 40, y: (from.top + from.bottom) / 2 },
    { x: to.left + 40, y: (to.top + to.bottom) / 2 },
  );
  await until(hands, () => document.querySelectorAll("td.selectedCell").length === 2);
  await hands.press("Delete");
  await shows(hands, ["paragraph: above", "table:  | b |  | d", "paragraph: below"]);
});

test("a picture that is pasted, and a file that is dropped, say that they can't come in, and lead nowhere", async ({
  server,
  sit,
}) => {
  const hands = await sit("Anna", await server.make());
  await hands.type("words");
  for (const kind of ["paste", "drop"] as const) {
    const stopped = await hands.run((name) => {
      const data = new DataTransfer();
      data.items.add(new File(["x"], "photo.png", { type: "image/png" }));
      const target = document.querySelector(".bn-editor .bn-inline-content");
      const { left = 0, top = 0 } = target?.getBoundingClientRect() ?? {};
      const put = (event: Event, property: string) => {
        if ((event as unknown as Record<string, unknown>)[property] !== data)
          Object.defineProperty(event, property, { value: data }); // Firefox makes its own, an empty one
        return !target?.dispatchEvent(event);
      };
      const options = { bubbles: true, cancelable: true };
      if (name === "paste")
        return [
          put(new ClipboardEvent("paste", { clipboardData: data, ...options }), "clipboardData"),
        ];
      return ["dragover", "drop"].map((step) =>
        put(
          new DragEvent(step, {
            dataTransfer: data,
            clientX: left + 5,
            clientY: top + 5,
            ...options,
          }),
          "dataTransfer",
        ),
      );
    }, kind);
    expect(stopped.every(Boolean), `${kind}: the browser's own way is off`).toBe(true);
    await until(
      hands,
      () => document.body.textContent?.includes("This picture can’t be read here.") === true,
    );
    await until(
      hands,
      () => document.body.textContent?.includes("This picture can’t be read here.") === false,
    );
  }
  expect(shortly(await hands.run(blocksHere))).toEqual([{ type: "paragraph", content: "words" }]);
});

test("Shift+F10 opens the menu of a line, and Duplicate in it doubles the line", async ({
  server,
  sit,
}) => {
  const hands = await sit("Anna", await server.make());
  await hands.type("one\ntwo");
  await shows(hands, ["paragraph: one", "paragraph: two"]);
  await hands.press("Shift", "F10");
  await until(
    hands,
    () => document.querySelector('[role="menu"]')?.contains(document.activeElement) === true,
  );
  await hands.type("d");
  await until(hands, () => document.activeElement?.textContent?.includes("Duplicate") === true);
  await hands.press("Enter");
  await shows(hands, ["paragraph: one", "paragraph: two", "paragraph: two"]);
});

/** Runs in the page. */
const copyHasFocus = () => document.activeElement?.textContent?.includes("Copy the text") === true;

test("the last call takes no key of who types, has the focus on its copy when they rest, and Enter takes it behind Tab", async ({
  server,
  sit,
  people,
}) => {
  const pad = await server.make();
  const hands = await sit("Anna", pad);
  await hands.type("words to take along");
  const milo = await people.open({ name: "Milo" }, pad);
  await expect(text(milo), "it is in the pad").toContainText("words to take along");
  const isThere = () => hands.run(() => !!document.querySelector("dialog[open]"));
  const called = call("DELETE", pad, { in_s: 60 });
  let typed = "words to take along";
  while (!(await isThere())) {
    await hands.type(" on");
    typed += " on";
  }
  await called;
  await hands.type(" and on\nnext");
  await shows(hands, [`paragraph: ${typed} and on`, "paragraph: next"]);
  await until(hands, copyHasFocus);
  await hands.type("!?");
  await shows(hands, [`paragraph: ${typed} and on`, "paragraph: next!?"]);
  await until(hands, copyHasFocus);
  await hands.press("Enter"); // a new line, for who goes on
  await hands.type("below");
  await shows(hands, [`paragraph: ${typed} and on`, "paragraph: next!?", "paragraph: below"]);
  await until(hands, copyHasFocus);
  await hands.press("Tab");
  await hands.press("Shift", "Tab");
  await until(hands, copyHasFocus);
  await hands.press("Enter");
  await until(
    hands,
    () => !!document.querySelector("dialog")?.textContent?.includes("Copied. Paste it anywhere"),
  );
});
