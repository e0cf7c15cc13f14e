/** A pad that somebody sits at, in whichever browser: its text is planted anew for each try. */
import { shows as handsShow, type Hands } from "../browsers/hands";
import { expect } from "../fixture";
import type { MadePad } from "../server";
import { plant, reads, type Block } from "./blocks";

export interface Desk {
  pad: MadePad;
  hands: Hands;
  /** Puts these blocks in place of everything, and waits until they are shown. */
  lay: (...blocks: Block[]) => Promise<void>;
  /** Waits until the text has these lines. */
  shows: (lines: string[], why?: string) => Promise<void>;
}

const linesOf = (block: Block, depth = 0): string[] => [
  `${"  ".repeat(depth)}${reads(block)}`,
  ...(block.nested ?? []).flatMap((inner) => linesOf(inner, depth + 1)),
];

/** Runs in the page: all letters that it shows. */
function lettersHere(): string {
  const lines = document.querySelectorAll(
    ".bn-editor :is(td p, th p, :not(table).bn-inline-content)",
  );
  return [...lines]
    .map((line) => {
      const copy = line.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll(".cursor")) cursor.remove();
      return (copy.textContent ?? "").replaceAll("\u2060", "");
    })
    .join("");
}

export function deskOf(hands: Hands, pad: MadePad): Desk {
  const shows: Desk["shows"] = (lines, why) => handsShow(hands, lines, why);
  const lay = async (...blocks: Block[]) => {
    // a caret of one's own in what goes away would come back into what comes
    await hands.run(() => (document.activeElement as HTMLElement | null)?.blur());
    // found by an id of its own: the lines alone may have read like this before
    const [top, ...others] = blocks.map((block) => ({ id: crypto.randomUUID(), ...block }));
    await plant(pad, top ? [top, ...others] : [], await hands.run(lettersHere));
    await expect
      .poll(() =>
        hands.run((id) => !!document.querySelector(`.bn-editor [data-id="${id}"]`), top?.id ?? ""),
      )
      .toBe(true);
    await shows(blocks.flatMap((block) => linesOf(block)));
  };
  return { pad, hands, lay, shows };
}
