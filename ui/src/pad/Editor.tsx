/**
 * The editor: BlockNote, bound to a session. Beside this file, `menus/`, `typing/`, and `index.ts`, `many.ts` and
 * `selected.ts` in `clipboard/` and `bring/put.ts`
 * import BlockNote; `binding/index.ts` offers what BlockNote takes.
 */
import {
  BlockNoteSchema,
  createBlockSpec,
  createExtension,
  createInlineContentSpec,
  defaultBlockSpecs,
  defaultInlineContentSpecs,
  isTouchDevice,
  type BlockNoteEditor,
  type Dictionary,
} from "@blocknote/core";
import { ShowSelectionExtension, SuggestionMenu } from "@blocknote/core/extensions";
import { en as blockNoteEnglish } from "@blocknote/core/locales";
import { withCollaboration } from "@blocknote/core/yjs";
import "@blocknote/react/style.css";
import { BlockNoteViewRaw, useCreateBlockNote, useEditorChange } from "@blocknote/react";
import type { Node } from "@tiptap/pm/model";
import { useCallback, useEffect, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { ySyncPluginKey, yUndoPluginKey } from "../binding";
import { createElement } from "../binding/create";
import { readCaret } from "../binding/selection";
import { useLazy } from "../kit/lazy";
import { useTheme } from "../kit/theme";
import { t } from "../strings";
import { useLanguage } from "../strings/language";
import { x } from "../strings/inText";
import { COVERED } from "./insets";
import { beforeBatches } from "./batches";
import { withCallouts } from "./callouts";
import { usePad } from "./context";
import { Cursors } from "./cursors";
import { nameControls } from "./accessibleNames";
import { caretOf, putCaret } from "./caret";
import "./editor.css";
import { found } from "./find/shown";
import { outline, tableHeads } from "./headings";
import { isLinkInText, ownPicture } from "../kit/links";
import type { PlainBlock } from "../forms/blocks";
import type { Place } from "./bring/put";
import { Refused } from "./bring/refused";
import { useClipboard } from "./clipboard";
import { takeCarried, type Keepsake } from "./keepsake";
import { followLink } from "./linkPressed";
import { lookQuickly, quickViews } from "./lookups";
import {
  asCopied,
  inertCopies,
  misfitConfig,
  misfitImplementation,
  misfitInLineConfig,
  misfitInLineImplementation,
} from "./misfit";
import { misfitsOf, type Misfits } from "./misfits";
import { withFiles } from "./pictures/blocks";
import { useFiles } from "./pictures/useFiles";
import type { Caret } from "./rebase";
import { BLOCK_MENU, listenForLists, SLASH } from "./menus/triggers";
import type { Draft } from "./salvage";
import type { PadSession } from "./session";
import { templateOf, type TemplateName } from "./templates";
import type { Means, ToolEditor } from "./tools";
import { mishaps, typing, type Mishaps } from "./typing";
import { styles } from "./typing/styles";
import { letTick } from "./typing/tickBoxes";
import { useUnderline } from "./underline";

/** What the rest of the page may do with the text. */
export interface PadText {
  /** All of it, as plain data. */
  blocks(): readonly PlainBlock[];
  /** The same, to keep when the editor goes; `null` where nothing was written. */
  keepsake(): Keepsake | null;
  /** The same, to write anew. */
  drafts(): Draft[];
  /** Where the person writes. */
  caret(): Caret | null;
  undo(): void;
  misfits: Misfits;
  /** Adds a line of this kind where the person writes, else at the end, and puts the caret into it. */
  add(kind: LineKind): void;
  begin(template: TemplateName): void;
  /** Nobody has begun. */
  empty(): boolean;
  /** Puts blocks that somebody brings, a portion at a time. */
  put(blocks: readonly PlainBlock[], place: Place): Promise<void>;
  /** For what comes after it: the bar on the keyboard, and the companion of a phone. */
  editor: ToolEditor;
  means: Means;
}

export type LineKind = "paragraph" | "checkListItem" | "bulletListItem" | "heading";

interface EditorProps {
  /** This person may write. */
  editable: boolean;
  /** It is read all the same: what is written comes from the companion below, and boxes are ticked. */
  calm: boolean;
  onEmpty: (empty: boolean) => void;
  /** All of the text was drawn well, and could be written again. */
  onDrawn: (draft: () => Draft[]) => void;
}

lookQuickly();

const named = withFiles(nameControls(inertCopies(withCallouts(defaultBlockSpecs))));
// nobody writes a misfit, so the page's own types need not know it
const shown = {
  ...named,
  misfit: createBlockSpec(misfitConfig, misfitImplementation)(),
} as typeof named;
const inline = {
  ...defaultInlineContentSpecs,
  misfitInLine: createInlineContentSpec(misfitInLineConfig, misfitInLineImplementation),
} as typeof defaultInlineContentSpecs;
const schema = BlockNoteSchema.create({
  blockSpecs: shown,
  inlineContentSpecs: inline,
  styleSpecs: styles,
});

/** One spelling in the whole page. */
const spelled = (said: Dictionary) => ({
  formatting_toolbar: { ...said.formatting_toolbar, colors: { tooltip: x.colour } },
  drag_handle: { ...said.drag_handle, colors_menuitem: x.colour },
  color_picker: {
    ...said.color_picker,
    colors: { ...said.color_picker.colors, gray: x.grey },
  },
});

/** What BlockNote says itself. */
const dictionary = (said: Dictionary = t.editor ?? blockNoteEnglish) => ({
  ...said,
  ...spelled(said),
  // an empty list item or heading says nothing: its bullet, box or size does, and a word there reads as if it were written;
  // what an empty line and an empty pad say stands in `editor.css`, for BlockNote asks but once
  placeholders: Object.fromEntries(
    Object.keys(blockNoteEnglish.placeholders).map((kind) => [kind, ""]),
  ) as Dictionary["placeholders"],
});

/** Lets an editor say all in the language in use, and in another as soon as that is: whoever writes in it keeps caret and undo. */
function useSaid(editor: ToolEditor & Pick<BlockNoteEditor, "dictionary">, pad: string): void {
  useLanguage();
  useLayoutEffect(() => {
    Object.assign(editor.dictionary, dictionary());
    const { dom } = editor.prosemirrorView;
    dom.setAttribute("aria-label", t.pad.editor(pad));
    dom.setAttribute("aria-description", x.keys);
    dom.style.setProperty("--says", JSON.stringify(t.pad.placeholder));
    dom.style.setProperty("--says-empty", JSON.stringify(t.pad.emptyPlaceholder));
  });
}

/** Menus, toolbars and what finds words are fetched once the text stands: one types without them, and they are here before a hand is. */
async function loadParts() {
  const [{ Menus }, { Find }, { Follow }, { Who }] = await Promise.all([
    import("./menus/Menus"),
    import("./find/Find"),
    import("./follow/Follow"),
    import("./who/Who"),
  ]);
  return { Menus, Find, Follow, Who };
}
const heads = createExtension({
  key: "fadepad-heads",
  prosemirrorPlugins: [tableHeads, outline, found],
});
const quick = createExtension({ key: "fadepad-quick", prosemirrorPlugins: [quickViews] });
const furniture = { ...typing, extensions: [...typing.extensions, heads, quick], schema };

export default function Editor({ editable, calm, onEmpty, onDrawn }: EditorProps) {
  const { session, pad, onText } = usePad();
  const theme = useTheme();
  const parts = useLazy(loadParts);
  const [cursors] = useState(() => new Cursors(session.provider.awareness));
  useEffect(() => () => cursors.dispose(), [cursors]);
  const clipboard = useClipboard(session.room);
  const onFailed = useFailure(session);

  const editor = useCreateBlockNote(
    withCollaboration({
      ...furniture,
      dictionary: dictionary(),
      extensions: [
        ...furniture.extensions,
        mishaps({ onDrawn: (text) => onDrawn(() => draftOf(text)), onFailed }),
      ],
      tables: { headers: true },
      animations: false, // text does not move by itself
      domAttributes: {
        block: { dir: "auto" },
        editor: { "aria-multiline": "true" },
      },
      links: { isValidLink: isLinkInText, onClick: (event) => followLink(linkAt(event)) },
      _tiptapOptions: {
        editorProps: { scrollThreshold: COVERED, scrollMargin: COVERED }, // a line that is written on stands between the bars
        enablePasteRules: ["link"], // signs in a text that is pasted are its own
      },
      pasteHandler: clipboard.paste,
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
  useSaid(editor, pad);
  letTick(editor, editable && calm); // before it is drawn, which it is anew with each change of these

  useEffect(() => {
    const view = editor.prosemirrorView;
    const { binding } = ySyncPluginKey.getState(view.state) ?? {};
    if (binding) binding.onFailed = (error) => onFailed(error, view, view.state.selection);
  }, [editor, onFailed]);

  useEffect(() => {
    onText(textOf(editor));
    return () => onText(null);
  }, [editor, onText]);

  useFiles(editor, editable);
  useUnderline(editor, session);
  useEffect(() => listenForLists(editor as unknown as BlockNoteEditor), [editor]);
  useEffect(() => writeCarried(editor, pad), [editor, pad]);
  useEffect(() => {
    const brought = session.takeBeside();
    if (brought)
      void import("./bring/beside").then((way) => way.putBeside(editor, session, brought));
  }, [editor, session]);
  useCaret(editor);
  useEditorChange(() => onEmpty(isEmpty(editor)), editor);
  useEffect(() => onEmpty(isEmpty(editor)), [editor, onEmpty]);
  // before the browser gives the next key to nobody
  useLayoutEffect(() => {
    const caret = session.swapCaret(null);
    // Who may only read gets no focus by it, but the caret where it was: with what was drawn before, the browser's own has
    // gone to the first letter, and what one types once one may write again would land there.
    const mayFocus = !editable || !isTouchDevice() || caret?.focused;
    if (mayFocus && !calm) editor.focus();
    if (caret) putCaret(editor, caret);
    session.typedOn(session.handed.typeOn?.(editor.prosemirrorView, editable) ?? null);
  }, [editor, editable, calm, session]);

  const writes = editable && !calm;
  return (
    <>
      <BlockNoteViewRaw
        editor={editor}
        editable={writes}
        {...themed(theme.shown)}
        {...clipboard.handlers(editor)}
      >
        {parts && <parts.Menus editor={editor as unknown as BlockNoteEditor} editable={writes} />}
      </BlockNoteViewRaw>
      {parts && <parts.Find editor={editor} editable={writes} />}
      {parts && <parts.Follow editor={editor} />}
      {parts && <parts.Who editor={editor} />}
    </>
  );
}

/**
 * As `@blocknote/mantine` says it to its styles, but to the menus alone: Mantine's hundreds of properties on what is around
 * the text would be worked out for every element of it, again when they come.
 */
const themed = (theme: "light" | "dark") => ({
  theme,
  applyThemedRoot: (element: HTMLElement) => {
    element.classList.add("bn-mantine");
    element.setAttribute("data-mantine-color-scheme", theme);
  },
});

/** Where one types is known before what others have written is drawn. */
function useCaret(editor: Pick<ToolEditor, "prosemirrorView">): void {
  useEffect(() => {
    const read = () => editor.prosemirrorView && readCaret(editor.prosemirrorView);
    beforeBatches.add(read);
    return () => void beforeBatches.delete(read);
  }, [editor]);
}

/** Lets whoever stands around the editor decide what is shown instead; the next editor goes on where this one stopped. */
function useFailure(session: PadSession): Mishaps["onFailed"] {
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  if (failure) throw failure.error;
  return useCallback(
    (error, view, before) => {
      session.swapCaret(caretOf({ prosemirrorView: view }, before));
      // behind whatever the editor is doing, and before the next key: that would be lost
      queueMicrotask(() => flushSync(() => setFailure({ error })));
    },
    [session],
  );
}

/** So many blocks are written at once; more, a portion at a time. */
const AT_ONCE = 100;

/** What came over from another pad, or in a file, is written here anew. */
function writeCarried(editor: BlockNoteEditor, pad: string): void {
  const blocks = takeCarried(pad);
  if (!blocks || !isEmpty(editor)) return;
  if (blocks.length <= AT_ONCE)
    editor.replaceBlocks(editor.document, blocks as typeof editor.document);
  else void import("./bring/put").then(({ putBrought }) => putBrought(editor, blocks, "instead"));
}

const linkAt = (event: MouseEvent): string | null =>
  event.target instanceof Element
    ? (event.target.closest("a[href]")?.getAttribute("href") ?? null)
    : null;

/** The blocks of a text as they are written anew; what can't be shown is its letters there. */
const draftOf = (text: Node): Draft[] =>
  (text.firstChild?.children ?? []).map((block) => ({
    element: createElement(block).type as Draft["element"],
    size: block.nodeSize,
  }));

/** One paragraph without a letter: nobody has begun. */
function isEmpty(editor: BlockNoteEditor): boolean {
  const group = editor.prosemirrorState.doc.firstChild; // `document` would make all of it anew, with every key
  const block = group?.firstChild;
  return (
    group?.childCount === 1 &&
    block?.childCount === 1 &&
    block.firstChild?.type.name === "paragraph" &&
    block.firstChild.childCount === 0
  );
}

const textOf = (editor: BlockNoteEditor): PadText => ({
  blocks: () => asCopied(editor.document as PlainBlock[]),
  keepsake: () => (isEmpty(editor) ? null : { blocks: asCopied(editor.document as PlainBlock[]) }),
  drafts: () => draftOf(editor.prosemirrorState.doc),
  caret: () => caretOf(editor),
  undo: () => void editor.undo(),
  empty: () => isEmpty(editor),
  put: async (blocks, place) => {
    const { putBrought } = await import("./bring/put").catch(() => {
      throw new Refused("away");
    });
    await putBrought(editor, blocks, isEmpty(editor) ? "instead" : place);
  },
  misfits: misfitsOf(editor.prosemirrorView),
  editor,
  begin: (template) => {
    const { insertedBlocks } = editor.replaceBlocks(editor.document, templateOf(template));
    const first =
      insertedBlocks.find((block) => Array.isArray(block.content) && block.content.length === 0) ??
      insertedBlocks[0];
    editor.focus();
    if (first) editor.setTextCursorPosition(first, "end");
  },
  add: (kind) => {
    const block =
      kind === "heading" ? { type: kind, props: { level: 2 as const } } : { type: kind };
    const at = editor.isFocused()
      ? editor.getTextCursorPosition().block
      : editor.document[editor.document.length - 1];
    if (!at) return;
    const blank = Array.isArray(at.content) && at.content.length === 0;
    const line = blank
      ? editor.updateBlock(at, block)
      : editor.insertBlocks([block], at, "after")[0];
    if (!line) return;
    editor.focus();
    editor.setTextCursorPosition(line, "end");
  },
  means: {
    newStep: () => yUndoPluginKey.getState(editor.prosemirrorState)?.undoManager.stopCapturing(),
    openMenu: () => editor.getExtension(SuggestionMenu)?.openSuggestionMenu(SLASH),
    openBlockMenu: () => void editor.domElement?.dispatchEvent(new Event(BLOCK_MENU)),
    showSelection: (shown) =>
      editor.getExtension(ShowSelectionExtension)?.showSelection(shown, "link"),
  },
});
