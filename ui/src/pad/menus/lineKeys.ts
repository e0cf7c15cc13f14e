/** The keys of whole lines: the line of the caret, or all that are selected, is copied, moved or made another kind. */
import type { Block, BlockNoteEditor } from "@blocknote/core";
import { yUndoPluginKey } from "../../binding";
import { isApple, isCommand, isLetter } from "../../kit/keyboardKeys";
import { canMove, canTurn, chosen, duplicate, move, turn, type Kind } from "./blocks";

type Pressed = Pick<Kind, "type"> & { level?: number };

/** With Alt, and with Shift: those of BlockNote, which knows them for one line. */
const WITH_ALT: readonly Pressed[] = [
  { type: "paragraph" },
  ...[1, 2, 3].map((level) => ({ type: "heading", level })),
];
const WITH_SHIFT: Readonly<Record<number, Pressed>> = {
  6: { type: "toggleListItem" },
  7: { type: "numberedListItem" },
  8: { type: "bulletListItem" },
  9: { type: "checkListItem" },
};
const LETTERS: readonly (readonly [string, Pressed])[] = [["q", { type: "quote" }]];

/** What Ctrl and Alt write together on this keyboard (AltGr) is a letter of the text: "@", "}" and others. */
const writes = ({ key, altKey }: KeyboardEvent, name: string): boolean =>
  altKey && !isApple && key.toLowerCase() !== name;

function pressedIn(event: KeyboardEvent): Pressed | undefined {
  const { altKey, shiftKey, code } = event;
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined && altKey !== shiftKey)
    return writes(event, digit) ? undefined : (altKey ? WITH_ALT : WITH_SHIFT)[Number(digit)];
  if (!altKey || shiftKey) return undefined;
  const isPressed = (letter: string) =>
    isApple ? code === `Key${letter.toUpperCase()}` : event.key.toLowerCase() === letter;
  return LETTERS.find(([letter]) => isPressed(letter))?.[1];
}

/** Into which kind a key turns a line: Ctrl+Alt+0 to 3 and Q, and Ctrl+Shift+6 to 9, on a Mac with ⌘. */
export function kindBy(event: KeyboardEvent, kinds: readonly Kind[]): Kind | undefined {
  if (!isCommand(event)) return undefined;
  const pressed = pressedIn(event);
  return (
    pressed &&
    kinds.find(({ type, props }) => type === pressed.type && props?.["level"] === pressed.level)
  );
}

/** Ctrl+D, on a Mac ⌘D. */
const isCopy = (event: KeyboardEvent): boolean =>
  isCommand(event) && !event.altKey && !event.shiftKey && isLetter(event, "d");

/** Ctrl+Shift with an arrow, on a Mac ⌘⇧. */
function wayBy(event: KeyboardEvent): "up" | "down" | undefined {
  if (!isCommand(event) || !event.shiftKey || event.altKey) return undefined;
  return event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : undefined;
}

/** A step of its own, which undo takes back alone; and what has moved is seen. */
function step(editor: BlockNoteEditor, act: () => void): void {
  yUndoPluginKey.getState(editor.prosemirrorState)?.undoManager.stopCapturing();
  act();
  const view = editor.prosemirrorView;
  view.dispatch(view.state.tr.scrollIntoView());
}

/** Does what a key says of the caret's line; `false`: it says nothing. */
export function byLineKey(
  event: KeyboardEvent,
  editor: BlockNoteEditor,
  kinds: readonly Kind[],
): boolean {
  const kind = kindBy(event, kinds);
  const way = wayBy(event);
  if (!kind && !way && !isCopy(event)) return false;
  const block = editor.getTextCursorPosition().block as Block;
  if (way) {
    if (canMove(editor, block, way)) step(editor, () => move(editor, block, way));
  } else if (!kind) {
    if (!event.repeat) step(editor, () => duplicate(editor, block));
  } else if (chosen(editor, block).some(canTurn)) step(editor, () => turn(editor, block, kind));
  else return false; // a table has no words of its own
  return true;
}
