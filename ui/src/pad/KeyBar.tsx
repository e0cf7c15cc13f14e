/** The bar that sits on the keyboard of a touch device: the tools for the line under the caret, and the way back to reading. */
import { useEffect, useState, useSyncExternalStore, type SyntheticEvent } from "react";
import { followKeyboard } from "../kit/keyboard";
import { Icon, type IconName } from "../kit/Icon";
import { k } from "../strings/keybar";
import { m } from "../strings/menus";
import { underText } from "./insets";
import "./keybar.css";
import { LinkField } from "./LinkField";
import type { Tool, Tools } from "./tools";

type Button = readonly [Tool, IconName];

/** For the line of the caret. */
const LINE: readonly Button[] = [
  ["tick", "tick"],
  ["list", "list"],
  ["heading", "heading"],
  ["bold", "bold"],
  ["indent", "indent"],
  ["undo", "undo"],
  ["picture", "picture"],
  ["block", "grip"],
  ["more", "slash"],
];

/** In a link it is the link that one comes to change. */
const IN_LINK = LINE.map((button): Button => (button[0] === "picture" ? ["link", "link"] : button));

/** In their place, while words are selected. */
const WORDS: readonly Button[] = [
  ["bold", "bold"],
  ["italic", "italic"],
  ["underline", "underline"],
  ["strike", "strike"],
  ["code", "code"],
  ["mark", "mark"],
  ["link", "link"],
  ["block", "grip"],
];

/** Those that only do something; the others say what is there, and are lit. */
const DEEDS = new Set<Tool>(["indent", "outdent", "undo", "picture", "block", "more"]);

/** Taps must not take the focus from what is written: the keyboard would go down. */
function stayInText(event: SyntheticEvent): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
}

export function KeyBar({ tools }: { tools: Tools }) {
  const [linking, setLinking] = useState(false);
  useEffect(() => followKeyboard(tools.reveal), [tools]);
  return (
    <section
      ref={underText}
      className="keybar"
      aria-label={k.label}
      onPointerDown={stayInText}
      onMouseDown={stayInText}
    >
      {linking ? (
        <LinkField link={tools.link} onClose={() => setLinking(false)} />
      ) : (
        <Buttons tools={tools} onLink={() => setLinking(true)} />
      )}
    </section>
  );
}

function Buttons({ tools, onLink }: { tools: Tools; onLink: () => void }) {
  const lit = useSyncExternalStore(tools.watch, tools.lit).split(" ");
  const buttons = lit.includes("words") ? WORDS : lit.includes("link") ? IN_LINK : LINE;
  return (
    <>
      {buttons.map(([tool, icon]) => {
        const out = tool === "indent" && lit.includes("outdent");
        const now = out ? "outdent" : tool;
        return (
          <button
            key={tool}
            type="button"
            data-tool={tool}
            aria-label={now === "block" ? m.block : k[now]}
            aria-haspopup={now === "block" ? "menu" : undefined}
            aria-pressed={DEEDS.has(tool) ? undefined : lit.includes(tool)}
            disabled={tool === "link" && !lit.includes("linkable")}
            onClick={() => (now === "link" ? onLink() : tools.use(now))}
          >
            <Icon name={out ? "outdent" : icon} />
          </button>
        );
      })}
      <button
        type="button"
        className="keybar-done"
        onClick={() => (document.activeElement as HTMLElement | null)?.blur()}
      >
        {k.done}
      </button>
    </>
  );
}
