/** The page that is measured: an editor over a long text, with a binding or without. `?blocks=2000&plain` */
import { blocksToYDoc, withCollaboration } from "@blocknote/core/yjs";
import { BlockNoteEditor, type PartialBlock } from "@blocknote/core";
import { BlockNoteView } from "@blocknote/mantine";
import "@blocknote/mantine/style.css";
import { BlockNoteViewRaw, useCreateBlockNote } from "@blocknote/react";
import { createRoot } from "react-dom/client";
import * as Y from "yjs";
import "../src/theme.css";
import "../src/pad/editor.css";
import { Batches } from "../src/pad/batches";
import { lookQuickly } from "../src/pad/lookups";

/** Set by `run.mjs`: built with what is ours. */
declare const OURS: boolean;
if (OURS) lookQuickly();

const asked = new URLSearchParams(location.search);
const count = Number(asked.get("blocks"));
const isPlain = asked.has("plain");

const KINDS: PartialBlock[] = [
  { type: "heading", props: { level: 2 }, content: "What we saw in the week" },
  { type: "paragraph", content: "Upload on the old tablets is still slow, most of it is the turn of the picture, and we try it in a worker." },
  { type: "paragraph", content: [{ type: "text", text: "Sam measured ", styles: {} }, { type: "text", text: "4.2 seconds", styles: { bold: true } }, { type: "text", text: " for one photo.", styles: {} }] },
  { type: "bulletListItem", content: "Search finds words inside tables now" },
  { type: "checkListItem", content: "Jana asks legal about the licence of the map tiles" },
  { type: "numberedListItem", content: "Release candidate goes out on Thursday" },
  { type: "paragraph", content: "" },
  { type: "quote", content: "I scanned the code and wrote before the projector was on." },
];
const blocks = Array.from({ length: count }, (_, i) => ({ ...KINDS[i % KINDS.length], id: `block-${i}` })) as PartialBlock[];

const doc = isPlain ? null : blocksToYDoc(BlockNoteEditor.create(), blocks, "blocknote");
if (doc) doc.clientID = 7;

function Page() {
  const editor = useCreateBlockNote(
    doc
      ? withCollaboration({ animations: false, trailingBlock: false, collaboration: { fragment: doc.getXmlFragment("blocknote"), user: { name: "A", color: "#2f6bd8" } } })
      : { animations: false, trailingBlock: false, initialContent: blocks },
  );
  Object.assign(window, { editor });
  const View = OURS ? BlockNoteViewRaw : BlockNoteView; // Mantine's clothes are worn by our menus alone
  return <View editor={editor} theme="light" formattingToolbar={false} linkToolbar={false} slashMenu={false} emojiPicker={false} filePanel={false} comments={false} />;
}

/** Keys of others, each in a block of its own, as updates to be taken one after another. */
function keysOfOthers(people: number, each: number, firstBlock: number): Uint8Array[] {
  if (!doc) return [];
  const made: Uint8Array[] = [];
  const others = Array.from({ length: people }, (_, i) => {
    const other = new Y.Doc();
    other.clientID = 100 + i;
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.on("update", (update: Uint8Array) => made.push(update));
    const group = other.getXmlFragment("blocknote").get(0) as Y.XmlElement;
    const lines = group.toArray().slice(firstBlock).map((container) => ((container as Y.XmlElement).get(0) as Y.XmlElement).get(0)).filter((text) => text instanceof Y.XmlText && text.length > 0);
    return lines[i * 2] as Y.XmlText;
  });
  for (let key = 0; key < each; key++) for (const text of others) text.insert(text.length, "k");
  return made;
}

Object.assign(window, {
  start: () => createRoot(document.querySelector("#root") as HTMLElement).render(<Page />),
  keysOfOthers,
  /** Takes them as they come, one every `every` ms, in the batches of a pad. */
  takeAsTheyCome: async (updates: Uint8Array[], every: number) => {
    const waiting: Uint8Array[] = [];
    const batches = new Batches(() => doc && Y.applyUpdate(doc, Y.mergeUpdates(waiting.splice(0)), "net"));
    for (const update of updates) {
      waiting.push(update);
      batches.soon();
      await new Promise((resolve) => setTimeout(resolve, every));
    }
    return batches.interval;
  },
  /** Takes them as one, and says how long that took (ms). */
  take: (updates: Uint8Array[]) => {
    const begin = performance.now();
    if (doc) Y.applyUpdate(doc, Y.mergeUpdates(updates), "net");
    return performance.now() - begin;
  },
});
