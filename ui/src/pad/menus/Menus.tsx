/**
 * All menus and toolbars of the text. They come after it, with Mantine and its styles: nobody opens one before there is
 * something to point at.
 */
import type { BlockNoteEditor } from "@blocknote/core";
import { filterSuggestionItems } from "@blocknote/core/extensions";
import {
  blockTypeSelectItems,
  getDefaultReactSlashMenuItems,
  GridSuggestionMenuController,
  SuggestionMenuController,
} from "@blocknote/react";
import { useMemo } from "react";
import { isFile } from "../../forms/blocks";
import { Icon } from "../../kit/Icon";
import { useMedia } from "../../kit/device";
import { p } from "../../strings/pictures";
import { useKeySheet } from "../keys/ask";
import { pickAndBring } from "../pictures/pick";
import { useLanding } from "./blockLink";
import { BETWEEN_BARS } from "./placement";
import { putDivider } from "../typing";
import { BlockMenus } from "./BlockMenus";
import { calloutItems, calloutKinds } from "./callouts";
import { Dressed, TableHandles } from "./components";
import { EmojiMenu, SlashMenu, useEmojiColumns } from "./Suggestions";
import { Toolbars } from "./Toolbars";
import { atWordStart, EMOJI, SLASH } from "./triggers";

interface MenusProps {
  editor: BlockNoteEditor;
  editable: boolean;
}

export function Menus({ editor, editable }: MenusProps) {
  const hovers = useMedia("(hover: hover)");
  const kinds = useMemo(() => kindsOf(editor), [editor]);
  useLanding(editor);
  useKeySheet();
  return (
    <Dressed>
      {editable && <Toolbars kinds={kinds} />}
      {editable && <BlockMenus kinds={kinds} hovers={hovers} />}
      {editable && hovers && <TableHandles />}
      <Lists editor={editor} />
    </Dressed>
  );
}

/** Deeper headings and folding ones are rare in a meeting and make the menus long. */
const RARE = /^(heading_[4-6]|toggle_heading)/;
/** Pictures and files come from this device (`fileItems`); blocks of other kinds that other programs wrote are kept. */
const isOffered = (type: string): boolean => !isFile({ type }) && !RARE.test(type);

type Kinds = ReturnType<typeof blockTypeSelectItems>;

/** What a block can be turned into. A quote that is none of the callouts is a quote. */
const kindsOf = (editor: BlockNoteEditor) =>
  [
    ...blockTypeSelectItems(editor.dictionary)
      .filter(
        ({ type, props }) =>
          type !== "heading" || !(props?.isToggleable || Number(props?.level) > 3),
      )
      .map((kind) => (kind.type === "quote" ? { ...kind, props: { callout: undefined } } : kind)),
    ...calloutKinds(),
  ] as Kinds;

/** What comes from this device. */
const fileItems = () =>
  (["picture", "file"] as const).map((what) => ({
    title: p[what],
    subtext: p[`${what}Hint`],
    group: p.group,
    aliases: what === "picture" ? ["photo", "image", "img"] : ["pdf", "attachment"],
    icon: <Icon name={what === "picture" ? "picture" : "page"} />,
    onItemClick: () => pickAndBring(what),
  }));

const slashItems = (editor: BlockNoteEditor) => [
  ...textItems(editor),
  ...calloutItems(editor),
  ...fileItems(),
];

const textItems = (editor: BlockNoteEditor) =>
  getDefaultReactSlashMenuItems(editor).flatMap((item) => {
    const key = (item as { key?: string }).key ?? "";
    if (!isOffered(key)) return [];
    return key === "divider"
      ? { ...item, onItemClick: () => void editor.transact(putDivider) }
      : item;
  });

/** What opens while one types. */
function Lists({ editor }: { editor: BlockNoteEditor }) {
  const columns = useEmojiColumns();
  return (
    <>
      <SuggestionMenuController
        triggerCharacter={SLASH}
        suggestionMenuComponent={SlashMenu}
        shouldOpen={atWordStart}
        getItems={async (query) => filterSuggestionItems(slashItems(editor), query)}
        floatingUIOptions={BETWEEN_BARS}
      />
      <GridSuggestionMenuController
        triggerCharacter={EMOJI}
        columns={columns}
        minQueryLength={2}
        gridSuggestionMenuComponent={EmojiMenu}
        shouldOpen={atWordStart}
        floatingUIOptions={BETWEEN_BARS}
      />
    </>
  );
}
