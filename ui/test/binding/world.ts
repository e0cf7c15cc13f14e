/** People who write in one pad: real BlockNote editors, ours or stock, with a network between them that is slow, torn and out of order. */
import { afterEach, vi } from "vitest";
import {
  BlockNoteEditor,
  BlockNoteSchema,
  createExtension,
  defaultBlockSpecs,
  type Block,
  type BlockNoteEditorOptions,
} from "@blocknote/core";
import { withCollaboration } from "@blocknote/core/yjs";
import type { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { applyUpdate } from "../../src/binding/arrival";
import { withCallouts } from "../../src/pad/callouts";
import { plantSeed, ROOT } from "../../src/pad/seed";
import type { Chance } from "./random";
import { stock } from "./stock";

type Options = Partial<BlockNoteEditorOptions<never, never, never>>;

/** As `withCollaboration`, with y-prosemirror. */
const withStock = (fragment: Y.XmlFragment, more: Options) =>
  ({
    ...more,
    extensions: [
      createExtension({
        key: "ySync",
        prosemirrorPlugins: [stock.ySyncPlugin(fragment) as Plugin],
        runsBefore: ["default"],
      } as never),
      createExtension({
        key: "yUndo",
        prosemirrorPlugins: [stock.yUndoPlugin() as Plugin],
        undoCommand: stock.undoCommand,
        redoCommand: stock.redoCommand,
      } as never),
    ],
    disableExtensions: ["history"],
    initialContent: [{ type: "paragraph", id: "initialBlockId" }],
  }) as unknown as Options;

/** A stock page does not know that a quote may be a callout. */
const schema = BlockNoteSchema.create({ blockSpecs: withCallouts(defaultBlockSpecs) });

const withOurs = (fragment: Y.XmlFragment, more: Options, awareness: Awareness | null): Options =>
  withCollaboration({
    schema,
    ...more,
    collaboration: {
      fragment,
      user: { name: "A", color: "#112233" },
      provider: awareness && { awareness },
    },
  } as never) as Options;

/** Yjs itself takes away ends of marks that mark nothing any more; every page does, whatever it shows. */
function tidies(transaction: Y.Transaction): boolean {
  const { deleteSet, beforeState, afterState } = transaction;
  let only = [...afterState].every(([client, clock]) => beforeState.get(client) === clock);
  Y.iterateDeletedStructs(
    transaction,
    deleteSet,
    (item) => void (only &&= item instanceof Y.Item && item.content instanceof Y.ContentFormat),
  );
  return only;
}

export interface PersonOptions {
  stock?: boolean;
  /** Without the first block. */
  bare?: boolean;
  client?: number;
  options?: Options;
  /** Tells others of the caret, and draws theirs. */
  present?: boolean;
  /** What is in the pad when its page is opened. */
  holds?: Person;
}

/** Whose editors are open. */
const opened = new Set<Person>();

// An editor that stays open hears of how the window is taken down, when there is no document any more
afterEach(() => opened.forEach((person) => person.leave()));

/** One person with an editor. What they write waits in `out` until the network takes it. */
export class Person {
  readonly doc = new Y.Doc();
  readonly fragment: Y.XmlFragment;
  readonly editor: BlockNoteEditor;
  readonly isStock: boolean;
  readonly out: Uint8Array[] = [];
  /** Updates that were made while something of others was taken in. */
  readonly inAnswer: Uint8Array[] = [];
  readonly awareness: Awareness | null;
  /** A stock page that has thrown, and shows and writes anything from then on. */
  broken = false;
  readonly #place: HTMLElement;
  #taking = false;

  constructor({
    stock: isStock = false,
    bare = false,
    client,
    options = {},
    present = false,
    holds,
  }: PersonOptions = {}) {
    if (client !== undefined) this.doc.clientID = client;
    this.isStock = isStock;
    this.fragment = this.doc.getXmlFragment(ROOT);
    if (!bare) plantSeed(this.doc, "b5fb3a3931891af4", "seed");
    this.awareness = present ? new Awareness(this.doc) : null;
    if (holds) Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(holds.doc), "net");
    if (holds) this.hear(holds);
    this.editor = BlockNoteEditor.create(
      (isStock
        ? withStock(this.fragment, options)
        : withOurs(this.fragment, options, this.awareness)) as never,
    ) as unknown as BlockNoteEditor;
    this.#place = document.body.appendChild(document.createElement("div"));
    this.editor.mount(this.#place);
    opened.add(this);
    const tidied = new WeakSet<Y.Transaction>();
    this.doc.on(
      "afterTransaction",
      (transaction: Y.Transaction) => void (tidies(transaction) && tidied.add(transaction)),
    );
    this.doc.on(
      "update",
      (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
        if (origin === "net" || origin === "seed") return;
        if (this.#taking && !tidied.has(transaction)) this.inAnswer.push(update);
        this.out.push(update);
      },
    );
  }

  get view(): EditorView {
    return this.editor.prosemirrorView as EditorView;
  }

  take(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return;
    this.#taking = true;
    try {
      const takes = this.isStock ? Y.applyUpdate : applyUpdate;
      takes(this.doc, Y.mergeUpdates([...updates]), "net");
    } catch (error) {
      if (!this.isStock) throw error;
      this.broken = true; // y-prosemirror sometimes can't restore its own selection
    } finally {
      this.#taking = false;
    }
  }

  /** Learns of all who are there by another page. */
  hear({ awareness }: Person): void {
    if (awareness && this.awareness)
      applyAwarenessUpdate(
        this.awareness,
        encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()]),
        "net",
      );
  }

  /** Types at the caret, a key at a time, as the browser's input arrives at the editor. */
  type(letters: string): void {
    for (const letter of letters) {
      const { view } = this;
      const { from, to } = view.state.selection;
      const insert = () => view.state.tr.insertText(letter, from, to);
      if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, letter, insert)))
        view.dispatch(insert());
    }
  }

  key(name: string, more: KeyboardEventInit = {}): void {
    const event = new KeyboardEvent("keydown", {
      key: name,
      bubbles: true,
      cancelable: true,
      ...more,
    });
    this.view.someProp("handleKeyDown", (handle) => handle(this.view, event));
  }

  /** What a person reads. */
  get text(): string {
    return this.lines.join("\n");
  }

  /** The blocks in which letters can be typed. */
  get lineBlocks(): Block[] {
    return this.editor.document.filter(({ content }) => Array.isArray(content)) as Block[];
  }

  get lines(): string[] {
    const lines: string[] = [];
    this.view.state.doc.descendants((node) => {
      if (node.isTextblock) lines.push(node.textContent);
    });
    return lines;
  }

  leave(): void {
    if (!opened.delete(this)) return;
    this.editor.unmount();
    this.#place.remove();
    this.doc.destroy();
  }
}

/** Carries what people write to the others, each after a time of its own, in the order in which it was written. */
export class Network {
  readonly people: Person[];
  readonly #chance: Chance;
  readonly #ways = new Map<string, { at: number; update: Uint8Array }[]>();
  readonly #cut = new Set<Person>();
  #now = 0;

  constructor(people: Person[], chance: Chance) {
    this.people = people;
    this.#chance = chance;
  }

  cut(person: Person): void {
    this.#cut.add(person);
  }

  mend(person: Person): void {
    this.#cut.delete(person);
  }

  /** A moment passes (ms), also for what waits in a page. */
  pass(time: number, latency = 300): void {
    this.#now += time;
    if (vi.isFakeTimers()) vi.advanceTimersByTime(time);
    this.people.forEach((from, i) => {
      for (const update of from.out.splice(0)) {
        this.people.forEach((to, j) => {
          if (to === from) return;
          const way = this.#ways.get(`${i} ${j}`) ?? [];
          const at = Math.max(way.at(-1)?.at ?? 0, this.#now + this.#chance.below(latency + 1));
          way.push({ at, update });
          this.#ways.set(`${i} ${j}`, way);
        });
      }
    });
    this.people.forEach((to, j) => {
      if (this.#cut.has(to)) return;
      const due = this.people.flatMap((from, i) => {
        const way = this.#ways.get(`${i} ${j}`) ?? [];
        const count = this.#cut.has(from) ? 0 : way.filter(({ at }) => at <= this.#now).length;
        return way.splice(0, count).map(({ update }) => update);
      });
      to.take(due);
    });
  }

  /** Until everything has arrived. */
  settle(): void {
    this.#cut.clear();
    for (let i = 0; i < 20; i++) this.pass(1000, 0);
  }
}
