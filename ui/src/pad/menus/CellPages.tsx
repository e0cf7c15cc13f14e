/** The pages of a table's menu that are about the row and the column of the caret. */
import type { BlockNoteEditor } from "@blocknote/core";
import { MenuItem } from "../../kit/MenuList";
import { m } from "../../strings/menus";
import {
  add,
  canAdd,
  canMove,
  canRemove,
  hasHeader,
  move,
  remove,
  toggleHead,
  type Line,
} from "./cells";

interface CellPageProps {
  editor: BlockNoteEditor;
  line: Line;
  done: (act: () => void) => () => void;
  back: () => void;
}

/** As one sees the table. */
const SIDES = {
  row: { before: "up", after: "down" },
  column: { before: "left", after: "right" },
} as const;
const BOTH = ["before", "after"] as const;

export const CellPage = ({ editor, line, done, back }: CellPageProps) => (
  <>
    <MenuItem icon="back" onClick={back}>
      {m.back}
    </MenuItem>
    {BOTH.map((side) => (
      <MenuItem
        key={side}
        icon="plus"
        first={side === "before"}
        disabled={!canAdd(editor, line, side)}
        onClick={done(() => add(editor, line, side))}
      >
        {m.insert[SIDES[line][side]]}
      </MenuItem>
    ))}
    {BOTH.map((side) => (
      <MenuItem
        key={side}
        icon={SIDES[line][side]}
        disabled={!canMove(editor, line, side)}
        onClick={done(() => move(editor, line, side))}
      >
        {m.move[SIDES[line][side]]}
      </MenuItem>
    ))}
    <MenuItem
      icon="heading"
      checked={hasHeader(editor, line)}
      alone
      onClick={done(() => toggleHead(editor, line))}
    >
      {m.header[line]}
    </MenuItem>
    <MenuItem
      icon="bin"
      danger
      disabled={!canRemove(editor, line)}
      onClick={done(() => remove(editor, line))}
    >
      {m.removeLine[line]}
    </MenuItem>
  </>
);
