/** The same document: what one binding writes, the other reads. */
import { BlockNoteEditor } from "@blocknote/core";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from "../../src/binding";
import { Chance, Documents, rounds, seedOf } from "./random";
import { stock } from "./stock";

const editor = BlockNoteEditor.create();
const schema = editor.pmSchema;

test(
  "y-prosemirror reads what we wrote, and we read what it wrote, as the same document",
  () => {
    const seed = seedOf("documents");
    const documents = new Documents(editor as never, new Chance(seed));
    for (let i = 0; i < rounds(600); i++) {
      const doc = documents.doc();
      const ours = new Y.Doc().getXmlFragment("blocknote");
      const theirs = new Y.Doc().getXmlFragment("blocknote");
      prosemirrorToYXmlFragment(doc, ours);
      stock.prosemirrorToYXmlFragment(doc, theirs);
      for (const fragment of [ours, theirs]) {
        const before = Y.encodeStateAsUpdate(fragment.doc!);
        const read = yXmlFragmentToProseMirrorRootNode(fragment, schema);
        if (!read.eq(doc))
          expect(read.toJSON(), `round ${i} of seed ${seed}`).toEqual(doc.toJSON());
        expect(Buffer.compare(Y.encodeStateAsUpdate(fragment.doc!), before)).toBe(0);
        const stocks = stock.yXmlFragmentToProseMirrorRootNode(fragment, schema);
        if (!stocks.eq(doc))
          expect(stocks.toJSON(), `round ${i} of seed ${seed}`).toEqual(doc.toJSON());
      }
    }
  },
  6 * 3_600_000,
);
