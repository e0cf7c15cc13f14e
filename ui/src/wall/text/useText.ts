/** The text as a wall follows it: which section, and which line of it is in sight. */
import { useEffect, useMemo, useReducer, useState } from "react";
import type * as Y from "yjs";
import type { Presenter } from "../crowd";
import type { TextReader } from "../feed";
import { TextDoc } from "./reading";
import {
  choose,
  follow,
  NO_CHOICE,
  placeOf,
  sectionsOf,
  type Choice,
  type Section,
} from "./sections";

/** The text is drawn anew at most so often (ms): a room reads words, and no keys. */
const DRAW_MS = 200;

export interface TextView {
  sections: Section[];
  /** The place of the section that is shown. */
  at: number;
  /** The line of whoever shows, and where in it they are; where it is in that section. */
  line: { block: Y.XmlElement; caret: string } | null;
  /** Shows another section, until whoever shows goes to another one. */
  go: (at: number) => void;
}

/** The document lives as long as who calls this. */
export function useText(
  read: (reader: TextReader) => () => void,
  presenter: Presenter | null,
): TextView {
  const [text] = useState(() => new TextDoc());
  const [drawn, draw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        draw();
      }, DRAW_MS);
    };
    const stops = [text.onChange(soon), read(text)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [text, read]);
  // oxlint-disable-next-line react/exhaustive-deps -- the document is another one each time it is drawn
  const sections = useMemo(() => sectionsOf(text.blocks()), [text, drawn]);
  const place = presenter && text.around(presenter.caret);
  const where = place ? sections.findIndex(({ blocks }) => blocks.includes(place.outer)) : -1;
  const [chosen, setChosen] = useState<Choice>(NO_CHOICE);
  const choice = follow(chosen, sections[where]?.id ?? null, where);
  const at = placeOf(sections, choice);
  if (choice !== chosen || at !== chosen.at) setChosen({ ...choice, at });
  const go = (to: number) => {
    const place = Math.max(0, Math.min(to, sections.length - 1));
    const section = sections[place];
    if (section) setChosen(choose(choice, section.id, place));
  };
  const caret = JSON.stringify(presenter?.caret ?? null);
  const line = where === at && place ? { block: place.inner, caret } : null;
  return { sections, at, line, go };
}
