/** The keys of whole lines, as browsers report them on each system. */
import { afterEach, expect, test, vi } from "vitest";

const KINDS = [
  { name: "Paragraph", type: "paragraph" },
  ...[1, 2, 3].map((level) => ({
    name: `Heading ${level}`,
    type: "heading",
    props: { level, isToggleable: false },
  })),
  { name: "Quote", type: "quote" },
  { name: "Toggle List", type: "toggleListItem" },
  { name: "Bullet List", type: "bulletListItem" },
  { name: "Numbered List", type: "numberedListItem" },
  { name: "Check List", type: "checkListItem" },
];

async function kindOn(platform: string) {
  vi.resetModules();
  vi.stubGlobal("navigator", { ...navigator, platform });
  const { kindBy } = await import("../src/pad/menus/lineKeys");
  return (keys: string, code: string, key: string) => {
    const held = (name: string) => keys.includes(name);
    const event = {
      code,
      key,
      ctrlKey: held("Ctrl"),
      metaKey: held("Meta"),
      altKey: held("Alt"),
      shiftKey: held("Shift"),
    };
    return kindBy(event as KeyboardEvent, KINDS)?.name;
  };
}
afterEach(() => vi.unstubAllGlobals());

test("a number with Ctrl and Alt, or Shift, turns a line; on a Mac ⌘ does", async () => {
  const windows = await kindOn("Win32");
  expect(windows("Ctrl+Alt", "Digit0", "0")).toBe("Paragraph");
  expect(windows("Ctrl+Alt", "Digit2", "2")).toBe("Heading 2");
  expect(windows("Ctrl+Alt", "KeyQ", "q")).toBe("Quote");
  expect(windows("Ctrl+Shift", "Digit8", "*")).toBe("Bullet List");
  expect(windows("Ctrl+Shift", "Digit9", "(")).toBe("Check List");
  const mac = await kindOn("MacIntel");
  expect(mac("Meta+Alt", "Digit1", "¡")).toBe("Heading 1");
  expect(mac("Meta+Alt", "KeyQ", "œ")).toBe("Quote");
  expect(mac("Meta+Shift", "Digit7", "7")).toBe("Numbered List");
  expect(mac("Meta+Shift", "Digit6", "6")).toBe("Toggle List");
});

test("a sign that a keyboard writes with AltGr is a letter, and turns nothing", async () => {
  const windows = await kindOn("Win32");
  expect(windows("Ctrl+Alt", "Digit0", "}")).toBeUndefined();
  expect(windows("Ctrl+Alt", "KeyQ", "@")).toBeUndefined();
  expect(windows("Ctrl+Alt", "Digit2", "²")).toBeUndefined();
});

test("other keys are the browser's and the text's", async () => {
  const linux = await kindOn("Linux x86_64");
  expect(linux("Ctrl", "Digit1", "1")).toBeUndefined(); // its first tab
  expect(linux("Ctrl+Alt", "Digit4", "4")).toBeUndefined();
  expect(linux("Ctrl+Alt+Shift", "Digit1", "!")).toBeUndefined();
  expect(linux("Shift", "Digit8", "*")).toBeUndefined();
  const mac = await kindOn("MacIntel");
  expect(mac("Ctrl+Alt", "Digit1", "¡")).toBeUndefined();
  expect(mac("Meta+Shift", "Digit3", "3")).toBeUndefined(); // a picture of the screen
});

async function keysOn(platform: string, shortcut: string) {
  vi.resetModules();
  vi.stubGlobal("navigator", { ...navigator, platform });
  const { keysOf } = await import("../src/kit/keyboardKeys");
  const { keyName } = await import("../src/strings/keys");
  return keysOf(shortcut, keyName).join(" ");
}

test("a shortcut is written as on the keyboard of this system", async () => {
  expect(await keysOn("Win32", "Mod+Shift+ArrowUp")).toBe("Ctrl Shift ↑");
  expect(await keysOn("MacIntel", "Mod+Shift+ArrowUp")).toBe("⇧ ⌘ ↑");
  expect(await keysOn("MacIntel", "Mod+Alt+1")).toBe("⌥ ⌘ 1");
  expect(await keysOn("Linux x86_64", "Shift+F10")).toBe("Shift F10");
});
