/** The Markdown that we read and write: CommonMark with GitHub's tables, tick boxes and struck text. */
import type { Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import {
  gfmStrikethroughFromMarkdown,
  gfmStrikethroughToMarkdown,
} from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown, gfmTableToMarkdown } from "mdast-util-gfm-table";
import {
  gfmTaskListItemFromMarkdown,
  gfmTaskListItemToMarkdown,
} from "mdast-util-gfm-task-list-item";
import { toMarkdown, type Join } from "mdast-util-to-markdown";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";

export const parse = (markdown: string): Root =>
  fromMarkdown(markdown, {
    extensions: [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmTaskListItem()],
    mdastExtensions: [
      gfmTableFromMarkdown(),
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
    ],
  });

/** How many empty lines a node has before it, where people left more than one. */
export const GAP = "gap";

/** Whether a list may begin right under a line, without being taken for a part of it. */
const interrupts = (node: Nodes): boolean =>
  node.type === "list" &&
  (!node.ordered || node.start === 1) &&
  (node.children[0]?.children.length ?? 0) > 0;

/** What stands in the line right above the next. */
export const HEAD = { head: true } as object;

const gaps: Join = (left, right, parent) => {
  if (left.data === HEAD) return 0;
  const gap = (right.data as { [GAP]?: number } | undefined)?.[GAP];
  if (gap !== undefined) return gap + 1;
  if (parent.type !== "listItem") return undefined;
  return left.type === "paragraph" && interrupts(right) ? 0 : 1;
};

export const print = (tree: Nodes): string =>
  toMarkdown(tree, {
    bullet: "-",
    bulletOther: "*",
    emphasis: "*",
    fences: true,
    rule: "-",
    listItemIndent: "one",
    incrementListMarker: true,
    join: [gaps],
    extensions: [
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmStrikethroughToMarkdown(),
      gfmTaskListItemToMarkdown(),
    ],
  });
