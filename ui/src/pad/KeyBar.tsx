/** The bar that sits on the keyboard of a touch device: seven tools for the line under the caret, and the way back to reading. */
import { useEffect, useSyncExternalStore } from "react";
import { followKeyboard } from "../kit/keyboard";
import { Icon, type IconName } from "../kit/Icon";
import { k } from "../strings/keys";
import type { Tool, Tools } from "./tools";

/** For the line of the caret. */
const LINE: readonly (readonly [Tool, IconName])[] = [
  ["tick", "tick"],
  ["list", "list"],
  ["heading", "heading"],
  ["bold", "bold"],
  ["indent", "indent"],
  ["undo", "undo"],
  ["more", "slash"],
];

/** In their place, while words are selected. */
const WORDS: readonly (readonly [Tool, IconName])[] = [
  ["bold", "bold"],
  ["italic", "italic"],
  ["underline", "underline"],
  ["strike", "strike"],
  ["code", "code"],
  ["mark", "mark"],
  ["undo", "undo"],
];

/** Those that only do something; the others say what is there, and are lit. */
const DEEDS = new Set<Tool>(["indent", "outdent", "undo", "more"]);

/** Taps must not take the focus from the text: the keyboard would go down. */
const stayInText = (event: { preventDefault: () => void }) => event.preventDefault();

export default function KeyBar({ tools }: { tools: Tools }) {
  const lit = useSyncExternalStore(tools.watch, tools.lit).split(" ");
  useEffect(() => followKeyboard(tools.reveal), [tools]);
  return (
    <section className="keybar" aria-label={k.label} onPointerDown={stayInText} onMouseDown={stayInText}>
      {(lit.includes("words") ? WORDS : LINE).map(([tool, icon]) => {
        const out = tool === "indent" && lit.includes("outdent");
        const now = out ? "outdent" : tool;
        return (
          <button
            key={tool}
            type="button"
            data-tool={tool}
            aria-label={k[now]}
            aria-pressed={DEEDS.has(tool) ? undefined : lit.includes(tool)}
            onClick={() => tools.use(now)}
          >
            <Icon name={out ? "outdent" : icon} />
          </button>
        );
      })}
      <button type="button" className="keybar-done" onClick={() => (document.activeElement as HTMLElement | null)?.blur()}>{k.done}</button>
    </section>
  );
}
