/** A pad that somebody sits at, in whichever browser: its text is planted anew for each try. */
import { expect, type MadePad } from "../fixture";
import { plant, reads, type Block } from "./blocks";
import { read, type Hands } from "./hands";

export interface Desk {
  pad: MadePad;
  hands: Hands;
  /** Puts these blocks in place of everything, and waits until they are shown. */
  lay: (...blocks: Block[]) => Promise<void>;
  /** Waits until the text has these lines. */
  shows: (lines: string[], why?: string) => Promise<void>;
}

const linesOf = (block: Block, depth = 0): string[] => [`${"  ".repeat(depth)}${reads(block)}`, ...(block.nested ?? []).flatMap((inner) => linesOf(inner, depth + 1))];

export function deskOf(hands: Hands, pad: MadePad): Desk {
  const shows = (lines: string[], why = "the lines") => expect.poll(() => read(hands), why).toEqual(lines);
  const lay = async (...blocks: Block[]) => {
    // a caret of one's own in what goes away would come back into what comes
    await hands.run(() => (document.activeElement as HTMLElement | null)?.blur());
    await plant(pad, blocks);
    await shows(blocks.flatMap((block) => linesOf(block)));
  };
  return { pad, hands, lay, shows };
}
