/** BlockNote as it comes: with y-prosemirror, or without a document to share. */
import { withCollaboration } from "@blocknote/core/yjs";
import { BlockNoteView } from "@blocknote/mantine";
import "@blocknote/mantine/style.css";
import { useCreateBlockNote } from "@blocknote/react";
import "../src/theme.css";
import "../src/pad/editor.css";
import type { Measured } from "./page";

const bare = { animations: false, trailingBlock: false };

export function Page({ shared, blocks }: Measured) {
  const editor = useCreateBlockNote(
    shared
      ? withCollaboration({
          ...bare,
          collaboration: {
            fragment: shared.fragment,
            provider: shared,
            user: { name: "A", color: "#2f6bd8" },
            showCursorLabels: "always" as const,
          },
        })
      : { ...bare, initialContent: blocks },
  );
  return (
    <BlockNoteView
      editor={editor}
      theme="light"
      formattingToolbar={false}
      linkToolbar={false}
      slashMenu={false}
      emojiPicker={false}
      filePanel={false}
      comments={false}
    />
  );
}
