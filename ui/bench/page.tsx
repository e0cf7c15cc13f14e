/** The page that is measured: an editor over a long text, ours or another. `?blocks=2000&plain` */
import { BlockNoteEditor, type PartialBlock } from "@blocknote/core";
import { blocksToYDoc } from "@blocknote/core/yjs";
import { createRoot } from "react-dom/client";
import {
  applyAwarenessUpdate,
  Awareness,
  encodeAwarenessUpdate,
  modifyAwarenessUpdate,
} from "y-protocols/awareness";
import * as Y from "yjs";
import { Batches } from "../src/pad/batches";
import { ROOT } from "../src/pad/seed";
import { cleanState } from "../src/people/presence";

/** What an editor is made over: without a shared document, the blocks alone. */
export interface Measured {
  shared: { doc: Y.Doc; fragment: Y.XmlFragment; awareness: Awareness } | null;
  blocks: PartialBlock[];
}

/** Somebody's key as it comes over the wire: the letter, and where the caret is now. */
interface Key {
  update: Uint8Array;
  presence: Uint8Array;
}

/** Set by `run.mjs`: built with what is ours. */
declare const OURS: boolean;
const { Page } = OURS ? await import("./ours") : await import("./stock");

const asked = new URLSearchParams(location.search);
const count = Number(asked.get("blocks"));
const isPlain = asked.has("plain");

const KINDS: PartialBlock[] = [
  { type: "heading", props: { level: 2 }, content: "What we saw in the week" },
  {
    type: "paragraph",
    content:
      "Upload on the old tablets is still slow, most of it is the turn of the picture, and we try it in a worker.",
  },
  {
    type: "paragraph",
    content: [
      { type: "text", text: "Sam measured ", styles: {} },
      { type: "text", text: "4.2 seconds", styles: { bold: true } },
      { type: "text", text: " for one photo.", styles: {} },
    ],
  },
  { type: "bulletListItem", content: "Search finds words inside tables now" },
  { type: "checkListItem", content: "Jana asks legal about the licence of the map tiles" },
  { type: "numberedListItem", content: "Release candidate goes out on Thursday" },
  { type: "paragraph", content: "" },
  { type: "quote", content: "I scanned the code and wrote before the projector was on." },
];
const blocks = Array.from({ length: count }, (_, i) => ({
  ...KINDS[i % KINDS.length],
  id: `block-${i}`,
})) as PartialBlock[];

const doc = isPlain ? null : blocksToYDoc(BlockNoteEditor.create(), blocks, ROOT);
if (doc) doc.clientID = 7;
const shared = doc && { doc, fragment: doc.getXmlFragment(ROOT), awareness: new Awareness(doc) };
shared?.awareness.setLocalStateField("user", { id: "anna-anna-1", name: "Anna", color: "#2f6bd8" });

const COLORS = ["#2f6bd8", "#b4462f", "#2f8f5b", "#8a4fbf"];

/** Somebody who types at the end of a line; each key moves the caret, so each brings their presence. */
class Typist {
  readonly #text: Y.XmlText;
  readonly #awareness: Awareness;
  #made: Uint8Array = new Uint8Array();

  constructor(nth: number, firstBlock: number, from: Y.Doc) {
    const other = new Y.Doc();
    other.clientID = 100 + nth;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(from));
    other.on("update", (update: Uint8Array) => (this.#made = update));
    this.#awareness = new Awareness(other);
    this.#awareness.setLocalStateField("user", {
      id: `person-number-${nth}`,
      name: `Person ${nth}`,
      color: COLORS[nth % COLORS.length],
    });
    const group = other.getXmlFragment(ROOT).get(0) as Y.XmlElement;
    const lines = group
      .toArray()
      .slice(firstBlock)
      .map((container) => ((container as Y.XmlElement).get(0) as Y.XmlElement).get(0))
      .filter((text) => text instanceof Y.XmlText && text.length > 0);
    this.#text = lines[nth * 2] as Y.XmlText;
  }

  key(): Key {
    this.#text.insert(this.#text.length, "k");
    const place = Y.createRelativePositionFromTypeIndex(this.#text, this.#text.length, -1);
    this.#awareness.setLocalStateField("cursor", { anchor: place, head: place });
    return {
      update: this.#made,
      presence: encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]),
    };
  }

  leave(): void {
    this.#awareness.destroy();
  }
}

/** Keys of others, each in a block of its own, to be taken one after another. */
function keysOfOthers(people: number, each: number, firstBlock: number): Key[] {
  if (!doc) return [];
  const typists = Array.from({ length: people }, (_, nth) => new Typist(nth, firstBlock, doc));
  const keys = Array.from({ length: each }, () => typists.map((typist) => typist.key())).flat();
  for (const typist of typists) typist.leave();
  return keys;
}

/** As the page's provider takes what came in. */
function take(keys: readonly Key[]): void {
  if (!shared || keys.length === 0) return;
  Y.applyUpdate(shared.doc, Y.mergeUpdates(keys.map(({ update }) => update)), "net");
  for (const { presence } of keys)
    applyAwarenessUpdate(shared.awareness, modifyAwarenessUpdate(presence, cleanState), "net");
}

Object.assign(window, {
  start: () =>
    createRoot(document.querySelector("#root") as HTMLElement).render(
      <Page shared={shared} blocks={blocks} />,
    ),
  keysOfOthers,
  /** Takes them as they come, one every `every` ms, in the batches of a pad; `into` says where to, `take` unless told otherwise. */
  takeAsTheyCome: async (keys: Key[], every: number, into: (keys: Key[]) => void = take) => {
    const waiting: Key[] = [];
    const batches = new Batches(() => into(waiting.splice(0)));
    for (const key of keys) {
      waiting.push(key);
      batches.soon();
      await new Promise((resolve) => setTimeout(resolve, every));
    }
    return batches.interval;
  },
  /** Takes them as one, and says how long that took (ms). */
  take: (keys: Key[]) => {
    const begin = performance.now();
    take(keys);
    return performance.now() - begin;
  },
});
Object.defineProperty(window, "editor", {
  get: () =>
    (
      document.querySelector(".bn-editor") as unknown as {
        editor: { schema: { cached: { blockNoteEditor: unknown } } };
      }
    ).editor.schema.cached.blockNoteEditor,
});
