/** Binds one editor to one fragment: edits go to Yjs as they are made, and what others write comes in as the smallest steps. */
import { Slice, type Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import { ReplaceStep } from "prosemirror-transform";
import type { EditorView } from "prosemirror-view";
import * as Y from "yjs";
import type { Change } from "./changes";
import { Composing, SETTLE_MS } from "./composing";
import { caretsOf } from "./cursors";
import { adopt, Drawer } from "./draw";
import { ySyncPluginKey } from "./keys";
import { Lately } from "./lately";
import { lineAt } from "./positions";
import { Reader } from "./read";
import { Rescue } from "./rescue";
import {
  around,
  besideEye,
  kindOf,
  restore,
  saved,
  selectText,
  type SavedSelection,
} from "./selection";
import { Shown, type Part } from "./shown";
import { Stale } from "./stale";
import { Twice } from "./twice";
import { joinStep } from "./undo";
import { Writer, type Edited } from "./write";
import { isGone, type AnyType } from "./yjs";

/** Nobody has edited: what waited is written. */
const NO_EDIT = { changes: [], own: new Set<Node>(), carets: () => [] };

export class Binding {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  /** Which part shows which type. BlockNote hands it back to the functions of `positions.ts`. */
  readonly mapping = new Shown();
  /** The selection before the edit or the undo that is being made. */
  before: SavedSelection | null = null;
  view: EditorView | null = null;
  /** What others did can't be shown. */
  onFailed: (error: unknown) => void = (error) => {
    throw error;
  };
  readonly #composing: Composing;
  readonly #lately: Lately;
  /** Hears no more what the server has. */
  #unlisten: () => void = () => {};
  readonly #rescue: Rescue;
  readonly #twice: Twice;
  #mendTimer: ReturnType<typeof setTimeout> | undefined;
  /** The edit that is being written. */
  #edit: Y.Transaction | null = null;
  #writing = false;
  /** The editor did not take the last change. */
  #missed = false;
  /** The editor is about to show what the mapping says. */
  #drawing = false;

  constructor(type: Y.XmlFragment) {
    if (!type.doc) throw new Error("the fragment belongs to no document");
    this.type = type;
    this.doc = type.doc;
    this.#lately = new Lately(this.doc);
    this.#composing = new Composing(this, this.#lately);
    this.#rescue = new Rescue(this.mapping, this.#lately);
    this.#twice = new Twice(this.doc, this.mapping, this.#lately, (block, beginning) =>
      this.#rescue.loseEnd(block, beginning),
    );
  }

  get isDestroyed(): boolean {
    return this.view === null;
  }

  /** Shows what the fragment holds, and from now on what becomes of it. */
  bind(view: EditorView): void {
    this.view = view;
    this.#composing.watch(view);
    this.#unlisten = this.#lately.listen();
    this.type.observeDeep(this.#observe);
    this.doc.on("beforeTransaction", this.#beforeUndo);
    this.doc.on("afterAllTransactions", this.#afterAll);
    this.#all();
  }

  destroy(): void {
    if (!this.view) return;
    this.#composing.release();
    this.#composing.destroy();
    this.#unlisten();
    clearTimeout(this.#mendTimer);
    this.type.unobserveDeep(this.#observe);
    this.doc.off("beforeTransaction", this.#beforeUndo);
    this.doc.off("afterAllTransactions", this.#afterAll);
    this.view = null;
    this.mapping.clear();
    this.mapping.root = null;
  }

  /** The editor shows another document than before. */
  changed(
    state: EditorState,
    before: EditorState,
    changes: readonly Change[],
    addToHistory: boolean,
  ): void {
    const { root } = this.mapping;
    if (this.#drawing) {
      if (state.doc === root?.node) this.#drawing = false;
      return;
    }
    if (!root || root.node === state.doc || this.#writing) return;
    this.#composing.wrote();
    this.before = saved(before.selection, root);
    const { unsure } = this.#write(
      ySyncPluginKey,
      (writer, transaction) => {
        transaction.meta.set("addToHistory", addToHistory);
        writer.write(root, state.doc);
      },
      { changes, own: around(state.selection), carets: () => caretsOf(before) },
    );
    for (const type of unsure) this.#try(() => this.#show(Stale.from([type as AnyType]), null));
  }

  #write(
    origin: unknown,
    write: (writer: Writer, transaction: Y.Transaction) => void,
    edit: Pick<Edited, "changes" | "own" | "carets"> = NO_EDIT,
  ): Writer {
    this.#writing = true;
    this.#lately.begin();
    try {
      return this.doc.transact((transaction) => {
        this.#edit = transaction;
        const { behind, isHeld } = this.#composing;
        const writer = new Writer({
          doc: this.doc,
          transaction,
          shown: this.mapping,
          ...edit,
          behind,
          isHeld,
          note: (line) => this.#lately.note(line),
        });
        write(writer, transaction);
        if (writer.took.length > 0) this.#lately.tookLines(writer.took);
        this.#lately.end();
        this.#writing = false; // whoever hears of it may bring what others wrote, and edit
        return writer;
      }, origin);
    } finally {
      this.#writing = false;
      this.before = null;
    }
  }

  /** Writes what was composed while the line waited, where its letters are now, and shows what waited as it has become. */
  land(line: Part, waited: readonly AnyType[]): void {
    if (!this.view) return;
    const type = line.source as AnyType;
    const gone = isGone(type);
    const isHere = lineAt(this.view.state.selection.head, this.mapping.root as Part) === line;
    const isKnown = gone || this.mapping.get(type) === line;
    const texts = isKnown
      ? [...this.#composing.behind.values()].flatMap((track) => track.texts)
      : [];
    const typed =
      texts.length > 0 ? this.#write(ySyncPluginKey, (writer) => writer.line(line)).typed : null;
    if (gone) this.mapping.forget(line);
    if (gone && typed) this.#lately.settled([...this.#composing.behind.keys()]);
    if (gone && texts.length > 0) this.#rescue.found(line.parent);
    const stale = [
      ...(isKnown && !gone ? [type] : []),
      ...waited,
      ...(texts as readonly unknown[] as AnyType[]),
    ];
    this.#try(() => this.#show(Stale.from(stale), null));
    if (gone && typed && isHere) this.#select({ type: "text", anchor: typed, head: typed }, false);
  }

  readonly #beforeUndo = ({ origin }: Y.Transaction): void => {
    const { root } = this.mapping;
    if (origin instanceof Y.UndoManager && this.view && root)
      this.before = saved(this.view.state.selection, root);
  };

  readonly #afterAll = (): void => {
    this.before = null;
  };

  readonly #observe = (
    events: Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): void => {
    if (transaction === this.#edit || !this.view) return;
    const { origin } = transaction;
    const stale = Stale.of(events, transaction);
    if (stale.isOfOthers) this.#rescue.offer(transaction, stale);
    this.#try(() => this.#show(stale, origin instanceof Y.UndoManager ? origin : null));
  };

  #try(show: () => void): void {
    try {
      show();
    } catch (error) {
      this.onFailed(error);
    }
  }

  /** Draws what has changed. */
  #show(stale: Stale, undo: Y.UndoManager | null): void {
    const { view, mapping } = this;
    const old = mapping.root;
    if (!view || !old) return;
    if (this.#missed) return this.#all();
    this.#offer(stale, view);
    const root = new Reader(view.state.schema, stale.before(mapping, this.#composing.holds)).root(
      this.type,
    );
    const { tr, selection } = view.state;
    try {
      new Drawer(tr, stale.deltas).draw(old, root, 0);
      if (!adopt(root, tr.doc)) throw new Error("the steps lead elsewhere");
      besideEye(tr, selection, kindOf(selection));
    } catch (error) {
      console.warn("the page is drawn anew:", error instanceof Error ? error.message : "");
      return this.#all();
    }
    const back = undo?.currStackItem?.meta.get(this) as SavedSelection | undefined;
    this.#dispatch(tr, root, undo !== null);
    if (back) this.#select(back);
    this.#bringCaret(view);
    this.#mend();
  }

  #bringCaret(view: EditorView): void {
    if (view.composing) return;
    const tr = view.state.tr.setMeta("addToHistory", false);
    this.#twice.bringCaret(tr);
    if (tr.selectionSet) view.dispatch(tr);
  }

  /** Mends what one's own edit and another's have made together; never in the midst of what others do. */
  #mend(): void {
    clearTimeout(this.#mendTimer);
    if (!(this.#rescue.isNeeded || this.#twice.isNeeded) || this.#composing.isWaiting) return;
    const { view } = this;
    this.#mendTimer = setTimeout(
      () => {
        if (!view || view.isDestroyed) return;
        if (!view.editable) return this.#drop();
        if (view.composing || this.#composing.isWaiting) return this.#mend();
        this.#joinTwice(view);
        this.#putBack(view);
      },
      view?.composing ? SETTLE_MS : 0,
    );
  }

  /** Whoever may not write now mends nothing later either. */
  #drop(): void {
    this.#rescue.drop();
    this.#twice.drop();
  }

  #joinTwice(view: EditorView): void {
    const { tr } = view.state;
    const { took } = this.#twice;
    const gone = this.#twice.into(tr);
    if (tr.docChanged) view.dispatch(tr);
    const halves = view.state.tr;
    this.#twice.bringHalves(halves);
    if (halves.docChanged) view.dispatch(halves);
    if (took.length > 0) this.#lately.tookLines(took);
    if (gone.length > 0) this.doc.transact(() => this.#twice.remove(gone), this);
  }

  /** Puts lines back that went with what was taken away around them. */
  #putBack(view: EditorView): void {
    const tr = view.state.tr.setMeta("addToHistory", false);
    const [was] = this.#rescue.into(tr);
    if (!was) return;
    const from = Y.getState(this.doc.store, this.doc.clientID);
    view.dispatch(tr);
    joinStep(view.state, was, from);
  }

  /** Whoever cares for lines that others take away hears of the change before it is shown. */
  #offer(stale: Stale, view: EditorView): void {
    const [composing, twice] = [this.#composing, this.#twice];
    const isHeld = view.composing || composing.isWaiting;
    if (isHeld) composing.offer(stale);
    if (stale.isOfOthers) twice.offer(stale, composing.cares);
    if (!isHeld) composing.offer(stale, twice.takes);
    twice.keepCaret(view.state.selection);
    this.#rescue.keepCaret(view.state.selection.head);
  }

  /** Reads and draws everything. */
  #all(): void {
    const { view } = this;
    if (!view) return;
    const { tr, selection } = view.state;
    const root = new Reader(view.state.schema).root(this.type);
    if (!adopt(root, tr.doc)) {
      tr.step(new ReplaceStep(0, tr.doc.content.size, new Slice(root.node.content, 0, 0)));
      adopt(root, tr.doc);
      selectText(tr, selection.anchor, selection.head);
    }
    this.mapping.clear();
    this.#dispatch(tr, root, false);
  }

  #dispatch(tr: Transaction, root: Part, isUndoRedoOperation: boolean): void {
    const { view, mapping } = this;
    const old = mapping.root;
    this.#drawing = true;
    this.#drawn(root); // before the editor's plugins hear of it: they ask where places are now
    tr.setMeta("addToHistory", false);
    tr.setMeta(ySyncPluginKey, {
      isChangeOrigin: true,
      isUndoRedoOperation,
      binding: this,
      type: this.type,
      doc: this.doc,
    });
    try {
      view?.dispatch(tr);
    } finally {
      this.#missed = this.#drawing && mapping.root === root && view?.state.doc !== tr.doc;
      this.#drawing = false;
      if (this.#missed) mapping.goBack(old);
    }
  }

  /** The editor shows it. */
  #drawn(root: Part): void {
    const old = this.mapping.root;
    this.mapping.root = root;
    this.mapping.learn(root);
    if (old && old !== root) this.mapping.forget(old);
  }

  #select(back: SavedSelection, scrolls = true): void {
    const { view } = this;
    if (!view) return;
    const tr = view.state.tr.setMeta("addToHistory", false);
    restore(tr, back, this.mapping, this.doc);
    if (tr.selectionSet) view.dispatch(scrolls ? tr.scrollIntoView() : tr);
  }
}
