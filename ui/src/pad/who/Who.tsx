/** Who wrote what, on demand: lines and names beside the text, and a list of who they are with the way back. */
import type { EditorView } from "@tiptap/pm/view";
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from "react";
import { createPortal } from "react-dom";
import { api } from "../../api";
import { timeOfDay, usePhone } from "../../kit/device";
import { Icon } from "../../kit/Icon";
import { onPeople, type Presence } from "../../people/presence";
import { w } from "../../strings/who";
import { usePad, type PadOfStay } from "../context";
import { Attendance } from "./absence";
import { Moved } from "./moved";
import { showing, type Shows } from "./showing";
import { isSwitch, show, useShown } from "./state";
import "./who.css";
import { Writers, type Author } from "./writers";

interface WhoProps {
  editor: { readonly prosemirrorView: EditorView };
}

/** What a page knows of who wrote what; it has to be there when letters move and people leave. */
function knowing({ session, pad, entry }: PadOfStay) {
  const { awareness } = session.provider;
  const writers = new Writers({
    own: session.doc.clientID,
    people: () => session.view().people,
    shown: (client) => awareness.getStates().get(client)?.user as Presence | undefined,
    ask: async (clients) => (await api.pad(pad, entry.key, clients.join(","))).writers ?? [],
  });
  return { moved: new Moved(), writers };
}

export function Who({ editor }: WhoProps) {
  const stay = usePad();
  const { session } = stay;
  const shown = useShown();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- anew with each stay; of the rest nothing changes in one
  const known = useMemo(() => knowing(stay), [session]);
  const attendance = useRef<Attendance | null>(null);
  useEffect(() => {
    const here = new Attendance(session.doc, session.epoch);
    attendance.current = here;
    return () => here.stop();
  }, [session]);
  useEffect(() => {
    const { awareness } = session.provider;
    const meet = () => known.writers.meet(awareness.getStates().keys());
    meet();
    const stops = [known.moved.watch(session.doc), onPeople(awareness, meet)];
    return () => {
      for (const stop of stops) stop();
      known.writers.stop();
    };
  }, [known, session]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSwitch(event) || document.querySelector("dialog:modal")) return;
      event.preventDefault();
      show(!shown);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [shown]);
  useEffect(() => () => show(false), []);
  return shown && <Shown view={editor.prosemirrorView} attendance={attendance} {...known} />;
}

interface ShownProps {
  view: EditorView;
  moved: Moved;
  writers: Writers;
  attendance: RefObject<Attendance | null>;
}

function Shown({ view, moved, writers, attendance }: ShownProps) {
  const { session } = usePad();
  const layer = useRef<HTMLDivElement>(null);
  const [authors, setAuthors] = useState<readonly Author[] | null>(null);
  const [pointed, setPointed] = useState<readonly Author[]>([]);
  const [pressed, setPressed] = useState<string | null>(null);
  // of the moment at which it is shown: one who goes away while it is has it shown again
  const [absence] = useState(() => attendance.current?.last() ?? null);
  const [isNew, setNew] = useState(false);
  const shows = useRef<Shows | null>(null);
  useEffect(() => {
    const here = layer.current;
    if (!here) return;
    const now = showing(
      { view, layer: here, moved, writers, session, absence },
      { onAuthors: setAuthors, onPointed: setPointed, onNews: setNew },
    );
    shows.current = now;
    return () => now.stop();
  }, [view, moved, writers, session, absence]);
  // whose last letter is gone is in the list no more, and can't be let go there
  const chosen = authors?.some(({ of }) => of === pressed) ? pressed : null;
  const lit = chosen ?? (pointed.length === 1 ? (pointed[0]?.of ?? null) : null);
  useEffect(() => shows.current?.light(chosen), [chosen]);
  const paper = document.querySelector(".paper");
  return (
    <>
      {paper && createPortal(<div ref={layer} className="who" aria-hidden="true" />, paper)}
      <List
        authors={authors}
        pointed={pointed}
        lit={lit}
        chosen={chosen}
        onChoose={(of) => setPressed(of === chosen ? null : of)}
      >
        {absence && isNew && (
          <button
            type="button"
            className="who-since-way"
            onClick={({ detail }) => shows.current?.toNews(detail === 0)}
          >
            <Icon name="down" />
            <span>{w.since(timeOfDay(new Date(absence.at)))}</span>
          </button>
        )}
      </List>
    </>
  );
}

interface ListProps {
  authors: readonly Author[] | null;
  pointed: readonly Author[];
  lit: string | null;
  chosen: string | null;
  onChoose: (of: string) => void;
  /** Further ways from there. */
  children: ReactNode;
}

/** At the foot of a wide page, and on a phone, whose foot has bars of its own, under the page's bar. */
function List({ authors, pointed, lit, chosen, onChoose, children }: ListProps) {
  const phone = usePhone();
  const place = phone ? document.querySelector(".top") : document.querySelector(".pad");
  const told = pointed.length > 0 ? w.wrote(pointed.map(({ name }) => name)) : null;
  const empty = authors?.length === 0 ? w.nothing : w.showing;
  const why = lit === "" ? w.why : null;
  return (
    place &&
    createPortal(
      <section className="who-list" aria-label={w.show}>
        <p className="who-told" role="status">
          {told ?? empty}
          {why && <small>{why}</small>}
        </p>
        <ul aria-label={w.authors}>
          {authors?.map(({ of, name, color }) => (
            <li key={of}>
              <button
                type="button"
                className="who-author"
                aria-pressed={of === chosen}
                data-lit={of === lit || undefined}
                data-of={of || "nobody"}
                title={w.only(name)}
                style={color ? ({ "--person": color } as CSSProperties) : undefined}
                onClick={() => onChoose(of)}
              >
                <bdi>{name}</bdi>
              </button>
            </li>
          ))}
        </ul>
        {children}
        <button type="button" className="who-close" onClick={() => show(false)}>
          {w.close}
        </button>
      </section>,
      place,
    )
  );
}
