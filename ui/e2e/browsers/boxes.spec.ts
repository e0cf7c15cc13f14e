/** Tick boxes, whatever browser somebody sits at: copied with Ctrl, printed done, and pressed beside. */
import { writeHere } from "../clipboards";
import { expect, test, until, type Hands } from "./fixture";
import { boxOf, click, read, shows } from "./hands";

const box = (words: string, checked = false) => ({
  type: "checkListItem",
  props: { checked },
  content: [{ type: "text", text: words, styles: {} }],
});
const put = (hands: Hands, ...blocks: unknown[]): Promise<void> =>
  hands.run(writeHere, JSON.stringify(blocks));

const BOXES = ".bn-editor input[type=checkbox]";
const LINES = ".bn-editor .bn-inline-content";

/** Drags what a selector finds to below a line. The drivers of Firefox and WebKitGTK drag nothing: there the page gets what it would. */
async function dragWithCtrl(hands: Hands, from: string, line: number): Promise<void> {
  const [what, below] = [await boxOf(hands, from), await boxOf(hands, LINES, line)];
  const to = { x: below.left + 30, y: below.bottom - 2 };
  if (hands.engine === "chromium") {
    const middle = { x: (what.left + what.right) / 2, y: (what.top + what.bottom) / 2 };
    return hands.drag(middle, to, "Control");
  }
  await hands.run(
    (selector, clientX, clientY) => {
      const dataTransfer = new DataTransfer();
      const send = (target: Element | null, kind: string, ctrlKey: boolean) => {
        const options = {
          bubbles: true,
          cancelable: true,
          clientX,
          clientY,
          ctrlKey,
          dataTransfer,
        };
        const event = new DragEvent(kind, options);
        if (event.dataTransfer !== dataTransfer)
          Object.defineProperty(event, "dataTransfer", { value: dataTransfer }); // Firefox makes its own, an empty one
        target?.dispatchEvent(event);
      };
      const handle = document.querySelector(selector);
      send(handle, "dragstart", false);
      for (const kind of ["dragenter", "dragover", "drop"])
        send(document.elementFromPoint(clientX, clientY), kind, true);
      send(handle, "dragend", true);
    },
    from,
    to.x,
    to.y,
  );
}

test("a block that is dragged with Ctrl is copied with an id of its own, and its box ticks by itself", async ({
  server,
  sit,
}) => {
  const hands = await sit("Anna", await server.make());
  await put(hands, box("cups"), box("plates"), { type: "paragraph", content: "end" });
  for (const line of [1, 0]) {
    const { left, top, bottom } = await boxOf(hands, LINES, line);
    await hands.point({ x: left + 20, y: (top + bottom) / 2 });
  }
  await until(hands, () => !!document.querySelector(".bn-side-menu [draggable=true]"));
  await dragWithCtrl(hands, ".bn-side-menu [draggable=true]", 2);
  await expect
    .poll(() => read(hands))
    .toEqual([
      "checkListItem: cups",
      "checkListItem: plates",
      "paragraph: end",
      "checkListItem: cups",
    ]);
  const ids = await hands.run(() =>
    [...document.querySelectorAll(".bn-editor .bn-block[data-id]")].map((block) =>
      block.getAttribute("data-id"),
    ),
  );
  expect(new Set(ids).size, ids.join()).toBe(ids.length);
  await click(hands, BOXES, 2);
  await shows(hands, [
    "checkListItem: cups",
    "checkListItem: plates",
    "paragraph: end",
    "checkListItem ✓: cups",
  ]);
});

/**
 * Runs in the page: from now on media queries that say `on` are met, and those that say `off` are not. None of the drivers can
 * pretend a printer, or fingers, in all three engines; the rules are read and drawn by the engine all the same.
 */
function pretendHere(on: string, off: string): void {
  const walk = (rules: CSSRuleList) => {
    for (const rule of rules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const said = rule.media.mediaText;
      if (off && said.includes(off)) rule.media.mediaText = "not all";
      else if (said.includes(on))
        rule.media.mediaText = said.replace(on, on.startsWith("(") ? "(min-width: 0px)" : "all");
      walk(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) walk(sheet.cssRules);
}

test("a print has title and date, is dark on white in the dark theme too, and its done boxes are done", async ({
  server,
  sit,
}) => {
  const pad = await server.make();
  const hands = await sit("Anna", pad);
  await put(hands, box("done", true), box("open"));
  await hands.run(pretendHere, "print", "screen");
  const printed = await hands.run(() => {
    document.documentElement.dataset.theme = "dark";
    dispatchEvent(new Event("beforeprint"));
    const [text, head] = [".bn-editor", ".print-head"].map((each) => document.querySelector(each));
    return {
      head: head?.checkVisibility() ? (head as HTMLElement).innerText.split(/\s+/).slice(0, 1) : [],
      date: head?.querySelector("time")?.textContent ?? "",
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(text as Element).color,
      boxes: [...document.querySelectorAll(".bn-editor input")].map((each) => [
        getComputedStyle(each).backgroundColor,
        getComputedStyle(each).borderTopColor,
        getComputedStyle(each, "::after").borderBottomStyle,
      ]),
      shown: [".bar", ".chip", ".bn-side-menu", ".cursor"].filter((each) =>
        [...document.querySelectorAll(each)].some((part) => part.checkVisibility()),
      ),
    };
  });
  const [white, ink] = ["rgba(0, 0, 0, 0)", "rgb(29, 28, 26)"];
  expect(printed).toMatchObject({ head: [pad.pad], paper: white, ink, shown: [] });
  expect(printed.date).toMatch(
    new RegExp(`^\\d+ \\w+ ${new Date().getFullYear()}, \\d\\d:\\d\\d$`),
  );
  const [done, open] = printed.boxes;
  expect(done, "drawn by lines: a printer may leave backgrounds out").toEqual([
    white,
    ink,
    "solid",
  ]);
  expect(open?.[2]).toBe("none");
});

test("a box takes presses within 24 px of a mouse and 44 px of a finger, each its own, and its words stay free", async ({
  server,
  sit,
}) => {
  const hands = await sit("Anna", await server.make());
  await put(hands, box("one"), box("two"));
  await hands.point({ x: 400, y: 20 });
  await until(hands, () => !document.querySelector(".bn-side-menu")); // fingers have none
  for (const least of [24, 44]) {
    if (least === 44) await hands.run(pretendHere, "(pointer: coarse)", "");
    for (const nth of [0, 1]) {
      const reach = await hands.run(reachHere, nth);
      expect(reach.across, `width for ${least} px`).toBeGreaterThanOrEqual(least - 0.5);
      expect(reach.down, `height for ${least} px`).toBeGreaterThanOrEqual(least - 0.5);
      expect(reach.firstLetter).not.toBe("INPUT");
    }
  }
  await hands.point(await besideBox(hands, 1, -40));
  await until(hands, () => !!document.querySelector(".bn-side-menu")); // which is beside the box
  await hands.clickAt(await besideBox(hands, 1, 11));
  await shows(hands, ["checkListItem: one", "checkListItem ✓: two"]);
});

/** So many px to the left of a box's middle. */
async function besideBox(hands: Hands, nth: number, px: number) {
  const { left, top, right, bottom } = await boxOf(hands, BOXES, nth);
  return { x: (left + right) / 2 - px, y: (top + bottom) / 2 };
}

/** Runs in the page: how far around its middle a box is hit, and what is at its first letter. */
function reachHere(nth: number) {
  const input = document.querySelectorAll(".bn-editor input[type=checkbox]")[nth] as Element;
  const { left, top, width, height } = input.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const far = (dx: number, dy: number): number => {
    let px = 0;
    while (px < 60 && document.elementFromPoint(x + dx * (px + 0.5), y + dy * (px + 0.5)) === input)
      px += 0.5;
    return px;
  };
  const line = input.closest(".bn-block-content")?.querySelector(".bn-inline-content");
  const words = (line as Element).getBoundingClientRect();
  return {
    across: far(-1, 0) + far(1, 0),
    down: far(0, -1) + far(0, 1),
    firstLetter: document.elementFromPoint(words.left + 1, (words.top + words.bottom) / 2)?.tagName,
  };
}
