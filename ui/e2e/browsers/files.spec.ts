/** Files, whatever browser somebody sits at: a Word file comes in, and one goes out again, both made beside the page. */
import { docxOf } from "../../src/forms/docx/write";
import { block } from "../../test/files/rich";
import { expect, test, until } from "./fixture";
import { read } from "./hands";

const ABOUT = { title: "kite-42", when: "24 November 2026, 14:32", language: "en" };

/** Presses what is called so. */
function press(name: string): boolean {
  const named = [...document.querySelectorAll<HTMLElement>("button, label, [role=menuitem]")].find(
    (one) => (one.getAttribute("aria-label") ?? one.textContent ?? "").includes(name),
  );
  named?.click();
  return named !== undefined;
}

test("a Word file comes in, and the text goes out as one", async ({ server, sit }) => {
  const hands = await sit("Anna", await server.make());
  const bytes = await docxOf(
    [block("heading", { level: 1 }, ["Plan"]), block("checkListItem", { checked: true }, ["cups"])],
    ABOUT,
  );
  await until(hands, press, "More");
  await until(hands, press, "Bring something in…");
  await until(
    hands,
    (base64) => {
      const input = document.querySelector<HTMLInputElement>("input[type=file]");
      if (!input) return false;
      const data = new DataTransfer();
      data.items.add(
        new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], "plan.docx"),
      );
      input.files = data.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
    Buffer.from(bytes).toString("base64"),
  );
  await until(hands, press, "Put it here");
  await expect.poll(() => read(hands)).toEqual(["heading: Plan", "checkListItem ✓: cups"]);

  await hands.run(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob
        .arrayBuffer()
        .then(
          (all) => (document.body.dataset.kept = String.fromCharCode(...new Uint8Array(all, 0, 2))),
        );
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await until(hands, press, "More");
  await until(hands, press, "Take it with you…");
  await until(hands, press, "for the office");
  await until(hands, press, "Keep the Word file");
  await until(hands, () => document.body.dataset.kept === "PK");
});
