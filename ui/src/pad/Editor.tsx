/**
 * The editor: BlockNote, bound to a session. Beside this file, `menus/`, `typing/`, and `index.ts` and `selected.ts` in `clipboard/`
 * import BlockNote; `binding/index.ts` offers what BlockNote takes.
 */
import { BlockNoteSchema, createBlockSpec, defaultBlockSpecs, isTouchDevice, type BlockNoteEditor } from "@blocknote/core";
import { filterSuggestionItems, SuggestionMenu, type SuggestionMenuOptions } from "@blocknote/core/extensions";
import { en as blockNoteEnglish } from "@blocknote/core/locales";
import { withCollaboration } from "@blocknote/core/yjs";
import "@blocknote/mantine/style.css";
import {
  BasicTextStyleButton,
  BlockTypeSelect,
  blockTypeSelectItems,
  ColorStyleButton,
  CreateLinkButton,
  DeleteLinkButton,
  DesktopFormattingToolbarController,
  EditLinkButton,
  FormattingToolbar,
  getDefaultReactSlashMenuItems,
  GridSuggestionMenuController,
  LinkToolbar,
  LinkToolbarController,
  NestBlockButton,
  OpenLinkButton,
  SuggestionMenuController,
  TableCellMergeButton,
  UnnestBlockButton,
  useCreateBlockNote,
  useEditorChange,
  type LinkToolbarProps,
} from "@blocknote/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { useLook } from "../kit/look";
import { useMedia, usePhone, useTouch } from "../kit/device";
import { useKeyboard } from "../kit/keyboard";
import { DressedView, TableHandles } from "./menus/Dressed";
import { EmojiMenu, SlashMenu } from "./menus/Suggestions";
import { t } from "../strings";
import { m } from "../strings/menus";
import { BETWEEN_BARS, COVERED } from "./bars";
import { Cursors } from "./cursors";
import { nameControls } from "./controls";
import "./editor.css";
import { isAllowedLink, isLinkInText, openLink, ownPicture } from "../kit/links";
import { isFile, type PlainBlock } from "../forms/blocks";
import { useClipboard } from "./clipboard";
import { takeCarried, type Keepsake } from "./keepsake";
import { asCopied, misfitConfig, misfitImplementation } from "./misfit";
import type { PadSession } from "./session";
import { TEMPLATES, type TemplateName } from "./templates";
import { toolsOf, type ToolEditor, type Tools } from "./tools";
import { putDivider, typing } from "./typing";

/** What the rest of the page may do with the text. */
export interface PadText {
  /** All of it, as plain data. */
  blocks(): readonly PlainBlock[];
  /** The same, to keep when the editor goes; `null` where nothing was written. */
  keepsake(): Keepsake | null;
  undo(): void;
  /** Adds a line of this kind where the person writes, else at the end, and puts the caret into it. */
  add(kind: LineKind): void;
  begin(template: TemplateName): void;
  /** For the bar on the keyboard. */
  tools: Tools;
}

export type LineKind = "paragraph" | "checkListItem" | "bulletListItem" | "heading";

interface EditorProps {
  session: PadSession;
  pad: string;
  editable: boolean;
  onText: (text: PadText | null) => void;
  onEmpty: (empty: boolean) => void;
}

/** Deeper headings and folding ones are rare in a meeting and make the menus long. */
const RARE = /^(heading_[4-6]|toggle_heading)/;
/** Files come with a later issue, so nothing offers them; blocks of this kind that other programs wrote are kept. */
const isOffered = (type: string): boolean => !isFile({ type }) && !RARE.test(type);

const named = nameControls(defaultBlockSpecs);
// nobody writes a misfit, so the page's own types need not know it
const shown = { ...named, misfit: createBlockSpec(misfitConfig, misfitImplementation)() } as typeof named;
const schema = BlockNoteSchema.create({ blockSpecs: shown });

const dictionary = {
  ...blockNoteEnglish,
  // an empty list item or heading says nothing: its bullet, box or size does, and a word there reads as if it were written
  placeholders: {
    ...Object.fromEntries(Object.keys(blockNoteEnglish.placeholders).map((kind) => [kind, ""])),
    default: t.pad.placeholder,
    emptyDocument: t.pad.emptyPlaceholder,
  },
};

/** A block's menu comes after the text: nobody opens it before there is a block to point at. */
const BlockMenus = lazy(() => import("./menus/BlockMenus").then((menus) => ({ default: menus.BlockMenus })));

/** What a block can be turned into. */
const KINDS = blockTypeSelectItems(dictionary).filter(({ type, props }) => type !== "heading" || !(props?.isToggleable || Number(props?.level) > 3));
const furniture = { ...typing, schema, dictionary };

export default function Editor({ session, pad, editable, onText, onEmpty }: EditorProps) {
  const look = useLook();
  const hovers = useMedia("(hover: hover)");
  const [cursors] = useState(() => new Cursors(session.provider.awareness));
  useEffect(() => () => cursors.dispose(), [cursors]);
  const clipboard = useClipboard();

  const editor = useCreateBlockNote(
    withCollaboration({
      ...furniture,
      animations: false, // text does not move by itself
      domAttributes: { block: { dir: "auto" }, editor: { "aria-label": t.pad.editor(pad), "aria-description": m.keys, "aria-multiline": "true" } },
      links: { isValidLink: isLinkInText, onClick: (event) => openLink(linkAt(event)) },
      _tiptapOptions: {
        editorProps: { scrollThreshold: COVERED, scrollMargin: COVERED }, // a line that is written on stands between the bars
        enablePasteRules: ["link"], // signs in a text that is pasted are its own
      },
      pasteHandler: clipboard.paste as never,
      resolveFileUrl: async (url: string) => ownPicture(url),
      collaboration: {
        provider: session.provider,
        fragment: session.fragment,
        user: session.provider.awareness.getLocalState()?.user,
        renderCursor: cursors.render,
        showCursorLabels: "always" as const, // leaves showing and hiding to `Cursors`
      },
    }),
    [session],
  );

  useEffect(() => {
    onText(textOf(editor));
    return () => onText(null);
  }, [editor, onText]);

  useEffect(() => writeCarried(editor, pad), [editor, pad]);
  useEditorChange(() => onEmpty(isEmpty(editor)), editor);
  useEffect(() => {
    onEmpty(isEmpty(editor));
    if (editable && !isTouchDevice()) editor.focus();
  }, [editor, editable, onEmpty]);

  return (
    <DressedView editor={editor} editable={editable} theme={look.shown} {...clipboard.handlers(editor as never)}>
      {editable && <Toolbars />}
      {editable && (
        <Suspense fallback={null}>
          <BlockMenus kinds={KINDS} hovers={hovers} />
        </Suspense>
      )}
      {editable && hovers && <TableHandles />}
      <Menus editor={editor as unknown as BlockNoteEditor} />
    </DressedView>
  );
}

/** What opens while one types. */
const Menus = ({ editor }: { editor: BlockNoteEditor }) => (
  <>
    <SuggestionMenuController
      triggerCharacter="/"
      suggestionMenuComponent={SlashMenu}
      shouldOpen={atWordStart}
      getItems={async (query) => filterSuggestionItems(slashItems(editor), query)}
      floatingUIOptions={BETWEEN_BARS}
    />
    <GridSuggestionMenuController
      triggerCharacter=":"
      columns={10}
      minQueryLength={2}
      gridSuggestionMenuComponent={EmojiMenu}
      shouldOpen={atWordStart}
      floatingUIOptions={BETWEEN_BARS}
    />
  </>
);

/** What came over from an ended pad is written here anew. */
function writeCarried(editor: BlockNoteEditor, pad: string): void {
  const blocks = takeCarried(pad);
  if (blocks && isEmpty(editor)) editor.replaceBlocks(editor.document, blocks as typeof editor.document);
}

/** A menu opens where a word begins: "10:00", "and/or" and addresses are text, and Enter after them is a new line. */
const atWordStart: NonNullable<SuggestionMenuOptions["shouldOpen"]> = ({ selection: { $from } }) => {
  if ($from.parent.type.isInGroup("tableContent")) return false;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset);
  return before === "" || /\s/.test(before);
};

const slashItems = (editor: BlockNoteEditor) =>
  getDefaultReactSlashMenuItems(editor).flatMap((item) => {
    const key = (item as { key?: string }).key ?? "";
    if (!isOffered(key)) return [];
    return key === "divider" ? { ...item, onItemClick: () => void editor.transact(putDivider) } : item;
  });

/** The toolbar of a selection; while the keyboard of a touch device is up, the bar on it takes its place. */
function Toolbars() {
  const keyboard = useKeyboard();
  const touch = useTouch();
  return (
    <>
      {!(touch && keyboard) && <DesktopFormattingToolbarController formattingToolbar={Format} />}
      <LinkToolbarController linkToolbar={SafeLink} />
    </>
  );
}

/** On a phone only what fits beside the thumb. */
function Format() {
  const phone = usePhone();
  return (
    <FormattingToolbar>
      <BlockTypeSelect key="type" items={KINDS} />
      <BasicTextStyleButton basicTextStyle="bold" key="bold" />
      <BasicTextStyleButton basicTextStyle="italic" key="italic" />
      {!phone && <BasicTextStyleButton basicTextStyle="underline" key="underline" />}
      <BasicTextStyleButton basicTextStyle="strike" key="strike" />
      {!phone && <BasicTextStyleButton basicTextStyle="code" key="code" />}
      {!phone && <ColorStyleButton key="colour" />}
      {!phone && <TableCellMergeButton key="merge" />}
      <NestBlockButton key="nest" />
      <UnnestBlockButton key="unnest" />
      <CreateLinkButton key="link" />
    </FormattingToolbar>
  );
}

/** Offers to open only what `isAllowedLink` allows. */
const SafeLink = (props: LinkToolbarProps) => (
  <LinkToolbar {...props}>
    <EditLinkButton {...props} />
    {isAllowedLink(props.url) && <OpenLinkButton url={props.url} />}
    <DeleteLinkButton {...props} />
  </LinkToolbar>
);

const linkAt = (event: MouseEvent): string | null =>
  event.target instanceof Element ? (event.target.closest("a[href]")?.getAttribute("href") ?? null) : null;

/** One paragraph without a letter: nobody has begun. */
function isEmpty(editor: BlockNoteEditor): boolean {
  const [first, ...others] = editor.document;
  return others.length === 0 && first?.type === "paragraph" && first.content.length === 0 && first.children.length === 0;
}

const textOf = (editor: BlockNoteEditor): PadText => ({
  blocks: () => asCopied(editor.document as PlainBlock[]),
  keepsake: () => (isEmpty(editor) ? null : { blocks: asCopied(editor.document as PlainBlock[]) }),
  undo: () => void editor.undo(),
  begin: (template) => {
    const { insertedBlocks } = editor.replaceBlocks(editor.document, TEMPLATES[template]);
    const first = insertedBlocks.find((block) => Array.isArray(block.content) && block.content.length === 0) ?? insertedBlocks[0];
    editor.focus();
    if (first) editor.setTextCursorPosition(first, "end");
  },
  add: (kind) => {
    const block = kind === "heading" ? { type: kind, props: { level: 2 as const } } : { type: kind };
    const at = editor.isFocused() ? editor.getTextCursorPosition().block : editor.document[editor.document.length - 1];
    if (!at) return;
    const blank = Array.isArray(at.content) && at.content.length === 0;
    const line = blank ? editor.updateBlock(at, block) : editor.insertBlocks([block], at, "after")[0];
    if (!line) return;
    editor.focus();
    editor.setTextCursorPosition(line, "end");
  },
  tools: toolsOf(editor as unknown as ToolEditor, () => editor.getExtension(SuggestionMenu)?.openSuggestionMenu("/")),
});
