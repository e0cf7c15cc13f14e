/**
 * From one life of a pad into the next: what of one's own words the new text does not have, and what is typed while it is on its
 * way. A field out of sight takes those keys, so that a phone's keyboard stays up too, and the next editor writes them.
 */
import type { EditorView } from "@tiptap/pm/view";
import { fromBase64, toBase64 } from "lib0/buffer";
import * as Y from "yjs";
import { api } from "../api";
import { itemOf } from "../binding/yjs";
import { rememberedMe, rememberMe } from "../people/me";
import { t } from "../strings";
import type { PadText } from "./Editor";
import { mayGoOn, type GoingOn, type Handed } from "./handed";
import { wordsOf, type Left } from "./left";
import { itemsSince, type Caret } from "./rebase";
import type { Draft } from "./salvage";
import { plantSeed, ROOT } from "./seed";
import type { PadSession } from "./session";

/** These blocks as the text of another life: one update, of one client, in which nothing was ever deleted but the empty paragraph. */
export function freshText(blocks: readonly Draft[], epoch: string): Uint8Array {
  const doc = new Y.Doc();
  plantSeed(doc, epoch, null);
  const group = doc.getXmlFragment(ROOT).get(0) as Y.XmlElement;
  doc.transact(() => {
    group.delete(0, group.length);
    group.insert(
      0,
      blocks.map(({ element }) => element),
    );
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** In a text, what is no letter. */
const THING = "\ufffc";

/** Ends this life of the pad, and begins the next one with the text as it stands here. */
export async function beginAfresh(
  pad: string,
  key: string,
  { session, text }: { session: PadSession; text: PadText },
): Promise<void> {
  const { next_epoch: epoch = "" } = await api.pad(pad, key);
  const fresh = freshText(text.drafts(), epoch);
  const seen = Y.encodeStateVector(session.doc);
  await api.afresh(pad, key, { epoch, text: toBase64(fresh), seen: toBase64(seen) });
}

/** A life that is over: one's own letters in it, and how far it was known that the pad has them. */
export interface Own {
  letters: readonly (Left & { client: number; clock: number })[];
  taken: ReadonlyMap<number, number>;
  since: Date;
  caret: Caret | null;
  /** What stands before the caret in its text. */
  before: string;
  /** The connection was gone when the life ended. */
  slept: boolean;
}

/** Called at once when a life ends, while its editor stands. */
export function goingOn(session: PadSession, caret: Caret | null): GoingOn {
  const { connection, role, people } = session.view();
  const own = ownLetters(session, caret);
  const writes = connection.is === "ended" && mayGoOn(connection.why) && role !== "view";
  const field = writes && caret?.focused ? typeAhead() : null;
  const color = people.find(({ me }) => me)?.color;
  return {
    epoch: session.epoch,
    drop: () => field?.area.remove(),
    into: ({ seen }) => {
      const me = rememberedMe();
      if (me && color) rememberMe({ ...me, color }); // by it the others know one: nobody takes it who comes at the same moment
      const { typing, behind, ...handed } = handedFrom(own, seen);
      return { ...handed, typeOn: typingOn({ typing, behind }, field) };
    },
  };
}

function ownLetters({ fragment, doc, written, view }: PadSession, caret: Caret | null): Own {
  const own = new Map([doc.clientID, ...written.keys()].map((client) => [client, 0]));
  const letters = [...itemsSince(fragment, own)].map(({ client, clock, letters, line }) => ({
    client,
    clock,
    letters,
    line: itemOf(line)?.id ?? null,
  }));
  const { connection, unsaved } = view();
  const slept = connection.is === "ended" && connection.slept;
  const before = caret ? textBefore(doc, caret) : "";
  return { letters, taken: new Map(written), since: unsaved ?? new Date(), caret, before, slept };
}

/** What stands before a caret in its text; each thing that is no letter counts as one. */
function textBefore(doc: Y.Doc, { place }: Caret): string {
  if (place.type !== "text") return "";
  const found = Y.createAbsolutePositionFromRelativePosition(place.head, doc);
  if (!(found?.type instanceof Y.XmlText)) return "";
  const delta = found.type.toDelta() as { insert: unknown }[];
  const letters = delta.map(({ insert }) => (typeof insert === "string" ? insert : THING));
  return letters.join("").slice(0, found.index);
}

/**
 * Of one's own letters, those that the new text does not have: typed since its host had read the pad, or never sent. Those of the
 * word that one was in the middle of are typed on (`typing`); all others are handed back.
 */
export function handedFrom(
  { letters, taken, since, caret, before, slept }: Own,
  seen = "",
): Handed & Typing {
  const read = vectorOf(seen);
  const from = (client: number) => (read ? (read.get(client) ?? 0) : taken.get(client));
  const left = letters.flatMap(({ client, clock, letters, line }) => {
    const skip = Math.max(0, (from(client) ?? Number.POSITIVE_INFINITY) - clock);
    const more = letters.slice(skip);
    return more ? [{ line, letters: more, client, clock: clock + skip }] : [];
  });
  const typing = left.map(({ letters }) => letters).join("");
  if (caret && !slept && isTyping(left, caret) && before.endsWith(typing)) {
    const behind = before.slice(0, before.length - typing.length);
    return { left: null, caret: { ...caret, at: caret.at - typing.length }, typing, behind };
  }
  const words = wordsOf(left);
  return {
    left: words.trim() ? { why: "afresh", since, words } : null,
    caret,
    typing: "",
    behind: "",
  };
}

/** The end of the word that one was in the middle of, which the new text does not have, and what stood before it in its line. */
interface Typing {
  typing: string;
  behind: string;
}

/** One letter was typed after the other, and the caret stands behind the last. */
function isTyping(left: Own["letters"], { place, focused }: Caret): boolean {
  if (left.length === 0 || !focused || place.type !== "text") return false;
  const ends = left.map(({ client, clock, letters }) => Y.createID(client, clock + letters.length));
  const inOrder = left
    .slice(1)
    .every(({ client, clock }, n) => Y.compareIDs(Y.createID(client, clock), ends[n] ?? null));
  const { client, clock } = ends.at(-1) as Y.ID;
  const behind = Y.createID(client, clock - 1);
  const stands = [place.head, place.anchor].every(({ item }) => Y.compareIDs(item, behind));
  return inOrder && stands;
}

/** `null`: nothing is known of it. */
function vectorOf(seen: string): Map<number, number> | null {
  try {
    return seen ? Y.decodeStateVector(fromBase64(seen)) : null;
  } catch {
    return null;
  }
}

interface Field {
  area: HTMLTextAreaElement;
  deletes: number;
}

/** From now on keys go into a field, which counts how often Backspace found nothing in it. */
function typeAhead(): Field {
  const area = document.createElement("textarea");
  const field = { area, deletes: 0 };
  area.className = "unseen";
  area.style.cssText = "position: fixed; top: 0; font-size: 16px"; // in smaller letters, or lower, iOS moves the page
  area.ariaLabel = t.pad.opening;
  area.autocapitalize = "none"; // it is the middle of a sentence
  area.autocomplete = "off";
  area.spellcheck = false;
  area.addEventListener("keydown", ({ key }) => {
    if (key === "Backspace" && area.value === "") field.deletes += 1;
  });
  area.addEventListener("blur", () => document.hasFocus() && area.remove());
  document.body.append(area);
  area.focus({ preventScroll: true });
  return field;
}

/** What was being typed, and what was typed since: once, and only where it was being typed. */
function typingOn({ typing, behind }: Typing, field: Field | null): NonNullable<Handed["typeOn"]> {
  let done = false;
  return (view, editable) => {
    field?.area.remove();
    if (done) return null;
    done = true;
    const { area, deletes = 0 } = field ?? {};
    const letters = [...typing];
    const kept = letters.slice(0, Math.max(0, letters.length - deletes));
    const words = kept.join("") + (area?.value ?? "");
    // who made the new text may not have read a letter or a deletion that this place was told by
    if (!editable || (typing && !lineBefore(view).endsWith(behind))) return words || null;
    typeIn(view, deletes - (letters.length - kept.length), words);
    return null;
  };
}

function lineBefore({ state }: EditorView): string {
  const { $from } = state.selection;
  return $from.parent.textBetween(0, $from.parentOffset, null, THING);
}

/** As keys do it: "# " makes a heading here too. */
function typeIn(view: EditorView, deletes: number, words: string): void {
  for (let n = 0; n < deletes; n += 1) if (!press(view, "Backspace")) deleteLetter(view);
  for (const letter of words) {
    if (letter === "\n") press(view, "Enter");
    else typeLetter(view, letter);
  }
}

const press = (view: EditorView, key: string): boolean =>
  view.someProp("handleKeyDown", (handle) => handle(view, new KeyboardEvent("keydown", { key }))) ??
  false;

function typeLetter(view: EditorView, letter: string): void {
  const { from, to } = view.state.selection;
  const write = () => view.state.tr.insertText(letter, from, to).scrollIntoView();
  if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, write)))
    view.dispatch(write());
}

function deleteLetter(view: EditorView): void {
  const { $from, empty, from } = view.state.selection;
  if (!empty) return view.dispatch(view.state.tr.deleteSelection());
  const last = [...($from.nodeBefore?.text ?? "")].at(-1);
  if (last) view.dispatch(view.state.tr.delete(from - last.length, from));
}
