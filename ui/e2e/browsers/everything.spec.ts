/** All of a text is marked and deleted, whatever browser one sits at. */
import { deskOf, type Desk } from "../typing/desk";
import { test as base } from "./fixture";
import { comeTo } from "./hands";

const test = base.extend<{ desk: Desk }>({
  desk: async ({ server, sit }, provide) => {
    const pad = await server.make();
    await provide(deskOf(await sit("Anna", pad), pad));
  },
});

test("all that is marked and deleted leaves a line that is no heading, item or code", async ({
  desk,
}) => {
  const { hands, lay } = desk;
  for (const kind of ["heading", "bulletListItem", "checkListItem", "codeBlock"]) {
    for (const key of ["Delete", "Backspace"]) {
      await lay({ kind, words: "all of it" });
      await comeTo(hands, 0, "end");
      await hands.press("Control", "a");
      await hands.press("Control", "a"); // once is all of the code
      await hands.press(key);
      await desk.shows(["paragraph:"], `${key}, ${kind}`);
      await hands.type("anew");
      await desk.shows(["paragraph: anew"], `${key}, ${kind}`);
    }
  }
});
