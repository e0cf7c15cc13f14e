/**
 * The menu of a block: the same from the handle beside it and by keys. Lines that lead on take the place of the others, so
 * that arrows suffice.
 */
import type { Block, BlockNoteEditor } from "@blocknote/core";
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { NAMES } from "../../forms/html/colours";
import { MenuItem, MenuList } from "../../kit/MenuList";
import { copyText } from "../../kit/device";
import { toast } from "../../kit/Toast";
import { x } from "../../strings/inText";
import { m } from "../../strings/menus";
import { s } from "../../strings/share";
import {
  canMove,
  canTurn,
  chosen,
  colour,
  colourOf,
  duplicate,
  hasColour,
  isOfKind,
  move,
  remove,
  turn,
  type ColourOf,
  type Kind,
} from "./blocks";
import { linkOf, useLinkOfPad } from "./blockLink";
import { CellPage } from "./CellPages";
import { inTable } from "./cells";

/** As they stand in the text: the first is none. */
const COLOURS = ["default", ...NAMES] as const;
/** Between the menu and the edge of the window (px). */
const EDGE = 8;

/** The handle closes the menu itself. */
const isHandle = (node: Node): boolean =>
  node instanceof Element && node.closest(".side-handle") !== null;

type Page = "all" | "kind" | "colour" | "row" | "column";
const titles = (): Record<Page, string> => ({
  all: m.block,
  kind: m.turnInto,
  colour: x.colour,
  row: m.row,
  column: m.column,
});

interface BlockMenuProps {
  editor: BlockNoteEditor;
  block: Block;
  kinds: readonly Kind[];
  /** What it stands under. */
  anchor: DOMRect;
  /** `byKey`: nothing was chosen, and the caret gets the focus back. */
  onClose: (byKey: boolean) => void;
}

export function BlockMenu({ editor, block, kinds, anchor, onClose }: BlockMenuProps) {
  const [[page, from], setPage] = useState<[Page, Page]>(["all", "all"]);
  const back = () => setPage(["all", page]);
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const line = event.target instanceof HTMLElement ? event.target : null;
    if (page !== "all" && (event.key === "Escape" || event.key === "ArrowLeft")) back();
    else if (event.key === "ArrowRight" && line?.ariaHasPopup === "menu") line.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const done = (act: () => void) => () => {
    onClose(false);
    act();
  };
  const props = { editor, block, done, back };
  return (
    <Placed anchor={anchor}>
      <div onKeyDownCapture={onKeyDownCapture}>
        <MenuList
          key={page}
          label={titles()[page]}
          className="block-menu"
          isBeside={isHandle}
          onClose={onClose}
        >
          {page === "all" && <All {...props} from={from} onPage={(to) => setPage([to, "all"])} />}
          {page === "kind" && <Kinds {...props} kinds={kinds} />}
          {page === "colour" && <Colours {...props} />}
          {(page === "row" || page === "column") && <CellPage {...props} line={page} />}
        </MenuList>
      </div>
    </Placed>
  );
}

/** Under its anchor, and always whole in the window; where nothing hovers, at the thumb. */
function Placed({ anchor, children }: { anchor: DOMRect; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const style = box.current?.style;
    const list = box.current?.querySelector<HTMLElement>(".menu-list");
    if (!style || !list || !matchMedia("(hover: hover)").matches) return;
    const below = anchor.bottom + EDGE / 2;
    const fits = below + list.offsetHeight + EDGE <= innerHeight;
    style.left = `${Math.max(EDGE, Math.min(anchor.left, innerWidth - list.offsetWidth - EDGE))}px`;
    style.top = `${Math.max(EDGE, fits ? below : Math.min(anchor.top - EDGE / 2, innerHeight - EDGE) - list.offsetHeight)}px`;
  });
  return (
    <div ref={box} className="block-menu-place">
      {children}
    </div>
  );
}

interface PageProps {
  editor: BlockNoteEditor;
  block: Block;
  done: (act: () => void) => () => void;
  back: () => void;
}

function All({
  editor,
  block,
  done,
  from,
  onPage,
}: PageProps & { from: Page; onPage: (page: Page) => void }) {
  const blocks = chosen(editor, block);
  const link = useLinkOfPad();
  const turns = blocks.some(canTurn);
  const coloured = blocks.some(
    (each) => hasColour(each, "textColor") || hasColour(each, "backgroundColor"),
  );
  const inCell =
    block.type === "table" &&
    inTable(editor) &&
    editor.getTextCursorPosition().block.id === block.id;
  return (
    <>
      {inCell && (
        <MenuItem icon="row" leads first={from === "row"} onClick={() => onPage("row")}>
          {m.ofRow}
        </MenuItem>
      )}
      {inCell && (
        <MenuItem icon="column" leads first={from === "column"} onClick={() => onPage("column")}>
          {m.ofColumn}
        </MenuItem>
      )}
      {turns && (
        <MenuItem icon="turn" leads first={from === "kind"} onClick={() => onPage("kind")}>
          {m.turnInto}
        </MenuItem>
      )}
      <MenuItem icon="copy" onClick={done(() => duplicate(editor, block))}>
        {m.duplicate}
      </MenuItem>
      <MenuItem
        icon="up"
        disabled={!canMove(editor, block, "up")}
        onClick={done(() => move(editor, block, "up"))}
      >
        {m.move.up}
      </MenuItem>
      <MenuItem
        icon="down"
        disabled={!canMove(editor, block, "down")}
        onClick={done(() => move(editor, block, "down"))}
      >
        {m.move.down}
      </MenuItem>
      <MenuItem
        icon="link"
        disabled={link === null}
        onClick={done(() => void copyLink(editor, linkOf(link ?? "", block.id)))}
      >
        {m.copyLink}
      </MenuItem>
      {coloured && (
        <MenuItem icon="colour" leads first={from === "colour"} onClick={() => onPage("colour")}>
          {x.colour}
        </MenuItem>
      )}
      <MenuItem icon="bin" danger onClick={done(() => remove(editor, block))}>
        {m.remove}
      </MenuItem>
    </>
  );
}

async function copyLink(editor: BlockNoteEditor, link: string): Promise<void> {
  editor.focus();
  toast((await copyText(link)) ? s.copied : `${s.cantCopy}: ${link}`);
}

const Kinds = ({ editor, block, kinds, done, back }: PageProps & { kinds: readonly Kind[] }) => (
  <>
    <MenuItem icon="back" onClick={back}>
      {m.back}
    </MenuItem>
    {kinds.map((kind) => (
      <MenuItem
        key={kind.name}
        checked={isOfKind(block, kind)}
        first={isOfKind(block, kind)}
        onClick={done(() => turn(editor, block, kind))}
      >
        {kind.props?.["callout"] ? (
          <span className="callout-sign" data-callout={kind.props["callout"]} aria-hidden="true" />
        ) : null}
        {kind.name}
      </MenuItem>
    ))}
  </>
);

function Colours({ editor, block, done, back }: PageProps) {
  const { colors } = editor.dictionary.color_picker;
  const group = (of: ColourOf, label: string) =>
    hasColour(block, of) && (
      <div role="group" aria-label={label}>
        <p className="menu-label" aria-hidden="true">
          {label}
        </p>
        {COLOURS.map((name) => (
          <MenuItem
            key={name}
            checked={colourOf(block, of) === name}
            onClick={done(() => colour(editor, block, of, name))}
          >
            <span
              className="bn-color-icon"
              aria-hidden="true"
              {...{ [of === "textColor" ? "data-text-color" : "data-background-color"]: name }}
            />
            {colors[name]}
          </MenuItem>
        ))}
      </div>
    );
  return (
    <>
      <MenuItem icon="back" onClick={back}>
        {m.back}
      </MenuItem>
      {group("textColor", m.words)}
      {group("backgroundColor", m.ground)}
    </>
  );
}
