/** What a page takes over into the next life of a pad. */
import type { EditorView } from "@tiptap/pm/view";
import type { Over } from "../api";
import { whenOver } from "./forget";
import type { Caret } from "./rebase";
import type { EndReason } from "./session";

/** Whether another life may go on from one that has ended so. */
export const mayGoOn = (why: EndReason): boolean => why === "afresh" || why === "gone";

/** A stay in a life that is over, and may go on in another one. */
export interface GoingOn {
  epoch: string;
  /** What the next stay takes over. */
  into?: (next: Over) => Handed;
  /** There is no next one. */
  drop?: () => void;
}

/** What a stay takes over from the life before. */
export interface Handed {
  left: { why: "afresh"; since: Date; words: string } | null;
  caret: Caret | null;
  /** Types on where the caret is, once; gives the words for which there is no place, such as where one may only read by now. */
  typeOn?: (view: EditorView, editable: boolean) => string | null;
}

export const NOTHING: Handed = { left: null, caret: null };

whenOver(() => lookedAfter());

let handed: (Handed & { epoch: string }) | null = null;

/** Gives it to one's stay in that life. Never stored: it goes with the page. */
export function handOver({ epoch }: Over, over = NOTHING): void {
  handed = { ...over, epoch };
}

/** What was given for this one; nothing once it was looked after. */
export const handedTo = (epoch: string): Handed => (handed?.epoch === epoch ? handed : NOTHING);

/** It has been looked after. */
export const lookedAfter = (): void => void (handed = null);
