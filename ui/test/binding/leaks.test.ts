/** What comes goes: several editors in one page, forks, readers, plugins made anew. Nothing listens on when they are gone. */
import { BlockNoteEditor } from "@blocknote/core";
import { ForkYDocExtension, withCollaboration } from "@blocknote/core/yjs";
import { Plugin } from "prosemirror-state";
import { expect, test } from "vitest";
import { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { plantSeed, ROOT } from "../../src/pad/seed";

/** How many listen on a document, its text and the presence of people. */
function listeners(doc: Y.Doc, awareness: Awareness): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [of, observers] of [
    ["doc", doc._observers],
    ["awareness", (awareness as unknown as Y.Doc)._observers],
  ] as const) {
    for (const [name, all] of observers) counts[`${of} ${String(name)}`] = all.size;
  }
  const fragment = doc.getXmlFragment(ROOT) as unknown as {
    _eH: { l: unknown[] };
    _dEH: { l: unknown[] };
  };
  return { ...counts, shallow: fragment._eH.l.length, deep: fragment._dEH.l.length };
}

const page = () => {
  const doc = new Y.Doc();
  plantSeed(doc, "b5fb3a3931891af4", "seed");
  return { doc, awareness: new Awareness(doc) };
};
type Page = ReturnType<typeof page>;

function open({ doc, awareness }: Page, editable = true): BlockNoteEditor {
  const collaboration = {
    fragment: doc.getXmlFragment(ROOT),
    provider: { awareness },
    user: { name: "A", color: "#112233" },
  };
  const editor = BlockNoteEditor.create(
    withCollaboration({ collaboration } as never) as never,
  ) as unknown as BlockNoteEditor;
  editor.isEditable = editable;
  editor.mount(document.body.appendChild(document.createElement("div")));
  return editor;
}

const close = async (editor: BlockNoteEditor) => {
  editor.unmount();
  await new Promise((resolve) => setTimeout(resolve, 5));
};

const linesOf = (editor: BlockNoteEditor) =>
  editor.document.map(({ content }) =>
    (content as { text: string }[]).map(({ text }) => text).join(""),
  );

/** Runs it once to let what comes once and stays come, then measures. */
async function leavesNothing(pages: Page[], stay: () => Promise<void>): Promise<void> {
  const count = () => pages.map(({ doc, awareness }) => listeners(doc, awareness));
  const before = count();
  for (let i = 0; i < 3; i++) {
    await stay();
    for (const [i, now] of count().entries()) {
      for (const [name, size] of Object.entries(now))
        expect(size, name).toBe(before[i]?.[name] ?? 0);
    }
  }
}

test("an editor that is closed leaves nobody listening", async () => {
  const one = page();
  await leavesNothing([one], async () => {
    const editor = open(one);
    editor.insertBlocks([{ type: "paragraph", content: "x" }], editor.document[0]!, "after");
    editor.undo();
    expect(listeners(one.doc, one.awareness).deep).toBeGreaterThan(0);
    await close(editor);
  });
});

test("a fork that is merged or closed leaves nobody listening", async () => {
  const one = page();
  for (const keepChanges of [true, false, null]) {
    await leavesNothing([one], async () => {
      const editor = open(one);
      const fork = editor.getExtension(ForkYDocExtension)!;
      fork.fork();
      if (keepChanges !== null) fork.merge({ keepChanges });
      await close(editor);
    });
  }
});

test("plugins that are made anew leave nobody listening", async () => {
  const one = page();
  await leavesNothing([one], async () => {
    const editor = open(one);
    for (let i = 0; i < 5; i++) editor._tiptapEditor.registerPlugin(new Plugin({}));
    expect(listeners(one.doc, one.awareness).deep).toBeLessThan(3);
    await close(editor);
  });
});

test("two editors of one document in a page write into each other, and each goes alone", async () => {
  const one = page();
  await leavesNothing([one], async () => {
    const [left, right] = [open(one), open(one)];
    left.updateBlock(left.document[0]!, { content: "from the left" });
    expect(linesOf(right)[0]).toBe("from the left");
    right.updateBlock(right.document[0]!, { content: "from the right" });
    expect(linesOf(left)[0]).toBe("from the right");
    await close(left);
    right.updateBlock(right.document[0]!, { content: "alone" });
    expect(linesOf(right)[0]).toBe("alone");
    await close(right);
  });
});

test("two documents in one page keep apart", async () => {
  const pages = [page(), page()];
  await leavesNothing(pages, async () => {
    const [left, right] = pages.map((each) => open(each)) as [BlockNoteEditor, BlockNoteEditor];
    left.updateBlock(left.document[0]!, { content: "left" });
    right.updateBlock(right.document[0]!, { content: "right" });
    expect([linesOf(left)[0], linesOf(right)[0]]).toEqual(["left", "right"]);
    left.undo();
    expect(linesOf(right)[0]).toBe("right");
    await close(left);
    await close(right);
  });
});

test("a reader's page shows what others write, writes nothing, and leaves nobody listening", async () => {
  const one = page();
  const updates: Uint8Array[] = [];
  const writer = open(one);
  const copy = page();
  copy.doc.on(
    "update",
    (update: Uint8Array, origin: unknown) => origin !== "net" && updates.push(update),
  );
  await leavesNothing([copy], async () => {
    const reader = open(copy, false);
    writer.updateBlock(writer.document[0]!, { content: `words ${Math.random()}` });
    Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(one.doc), "net");
    expect(linesOf(reader)).toEqual(linesOf(writer));
    await close(reader);
  });
  expect(updates).toEqual([]);
  await close(writer);
});
