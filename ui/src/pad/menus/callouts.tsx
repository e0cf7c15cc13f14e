/** Callouts in the menus: one line for each kind, with its sign. */
import type { BlockNoteEditor, PartialBlock } from "@blocknote/core";
import { insertOrUpdateBlockForSlashMenu } from "@blocknote/core/extensions";
import type { DefaultReactSuggestionItem } from "@blocknote/react";
import { CALLOUTS, type Callout } from "../../forms/blocks";
import { x } from "../../strings/inText";
import { m } from "../../strings/menus";
import "./callouts.css";

const ALL = Object.keys(CALLOUTS) as Callout[];

const Sign = ({ callout }: { callout: Callout }) => (
  <span className="callout-sign" data-callout={callout} aria-hidden="true" />
);

/** What a line can be turned into. */
export const calloutKinds = () =>
  ALL.map((callout) => ({
    name: x.callouts[callout],
    type: "quote",
    props: { callout },
    icon: () => <Sign callout={callout} />,
  }));

/** What can be put here; each is found by what all are called, too. */
export const calloutItems = (editor: BlockNoteEditor): DefaultReactSuggestionItem[] =>
  ALL.map((callout) => ({
    title: x.callouts[callout],
    group: m.callout,
    aliases: [callout, "callout", m.callout],
    icon: <Sign callout={callout} />,
    onItemClick: () =>
      void insertOrUpdateBlockForSlashMenu(editor, {
        type: "quote",
        props: { callout },
      } as PartialBlock),
  }));
