/** What BlockNote says itself, for a language that it does not speak: its English, and over that our own words for what is shown. */
import type { Dictionary } from "@blocknote/core";
import { en } from "@blocknote/core/locale/en";

type Kind = keyof Dictionary["slash_menu"];
type Tools = Dictionary["formatting_toolbar"];
/** A tool with nothing but its name. */
type Named = {
  [K in keyof Tools]: Tools[K] extends { tooltip: string } ? K : never;
}[keyof Tools];

export interface EditorWords {
  /** A kind of block: its name, what it is, the group in which it stands, and more words that find it. */
  kinds: Record<Kind, readonly [title: string, subtext: string, group: string, ...also: string[]]>;
  tools: Record<Named, string>;
  /** Of pictures, videos, sounds and files. */
  files: Record<"replace" | "rename" | "download" | "remove" | "add", Record<string, string>>;
  colors: Dictionary["color_picker"]["colors"];
  text: string;
  background: string;
  splitCell: string;
  mergeCells: string;
  emptyToggle: string;
  addSource: string;
  link: { remove: string; edit: string; change: string; open: string; title: string; url: string };
}

export function editorOf(words: EditorWords): Dictionary {
  const kinds = Object.entries(words.kinds).map(([kind, [title, subtext, group, ...also]]) => {
    const aliases = [...also, ...en.slash_menu[kind as Kind].aliases];
    return [kind, { title, subtext, aliases, group }] as const;
  });
  const tools = Object.entries(words.tools).map(
    ([tool, tooltip]) => [tool, { ...en.formatting_toolbar[tool as Named], tooltip }] as const,
  );
  const { files, link } = words;
  const said = en.formatting_toolbar;
  return {
    ...en,
    slash_menu: Object.fromEntries(kinds) as Dictionary["slash_menu"],
    formatting_toolbar: {
      ...said,
      ...(Object.fromEntries(tools) as Pick<Tools, Named>),
      file_caption: {
        tooltip: words.tools.file_caption,
        input_placeholder: words.tools.file_caption,
      },
      file_replace: { tooltip: files.replace },
      file_rename: { tooltip: files.rename, input_placeholder: files.rename },
      file_download: { tooltip: files.download },
      file_delete: { tooltip: files.remove },
    },
    file_blocks: { add_button_text: files.add },
    color_picker: {
      text_title: words.text,
      background_title: words.background,
      colors: words.colors,
    },
    table_handle: {
      ...en.table_handle,
      split_cell_menuitem: words.splitCell,
      merge_cells_menuitem: words.mergeCells,
    },
    toggle_blocks: { add_block_button: words.emptyToggle },
    code_block: { ...en.code_block, add_source_button_text: words.addSource },
    link_toolbar: {
      delete: { tooltip: link.remove },
      edit: { text: link.change, tooltip: link.edit },
      open: { tooltip: link.open },
      form: { title_placeholder: link.title, url_placeholder: link.url },
    },
  };
}
