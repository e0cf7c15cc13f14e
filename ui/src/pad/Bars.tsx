/** The two bars of a touch device: at the thumb while the keyboard is down; on it while one writes; never both. */
import { useMemo } from "react";
import { useFocusWithin } from "../kit/keyboard";
import { usePad } from "./context";
import type { PadText } from "./Editor";
import { KeyBar } from "./KeyBar";
import { ThumbBar } from "./ThumbBar";
import { toolsOf } from "./tools";

export default function Bars({ keyboard }: { keyboard: boolean }) {
  const { text } = usePad();
  const inText = useFocusWithin(".bn-editor, .keybar");
  if (!keyboard)
    return <ThumbBar onAdd={(kind) => text()?.add(kind)} onUndo={() => text()?.undo()} />;
  const now = inText && text();
  return now && <Tooled text={now} />;
}

function Tooled({ text }: { text: PadText }) {
  const tools = useMemo(() => toolsOf(text.editor, text.means), [text]);
  return <KeyBar tools={tools} />;
}
