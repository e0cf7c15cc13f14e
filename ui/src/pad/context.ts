/** What every part of a pad's screen may ask for without being handed it: whose pad it is, the stay in it, its text, its sheets. */
import { createContext, useContext } from "react";
import type { Me } from "../people/me";
import type { Entry } from "../people/entry";
import type { PadText } from "./Editor";
import type { SheetName } from "./PadSheets";
import type { PadSession, SessionView } from "./session";
import type { Taking } from "./taking";
import { useSession } from "./useSession";
import type { Again } from "./useStay";

export interface PadOfStay {
  pad: string;
  entry: Entry;
  session: PadSession;
  me: Me;
  rename: (me: Me) => void;
  /** The text, while the editor stands. */
  text: () => PadText | null;
  onText: (text: PadText | null) => void;
  taking: Taking;
  leave: () => void;
  /** Opens the pad again, with the words that don't go through. */
  again: Again;
}

/** Which field of the bar over the text one is sent to, anew with each of these; `null` while nothing is looked for. */
export type Finding = { field: "words" | "replacement" } | null;

export interface Sheets {
  sheet: SheetName;
  open: (sheet: SheetName) => void;
  close: () => void;
  /** Beside whatever sheet is open. */
  finding: Finding;
  find: (finding: Finding) => void;
}

export const PadContext = createContext<PadOfStay | null>(null);
export const SheetsContext = createContext<Sheets | null>(null);

function given<Part>(part: Part | null): Part {
  if (part === null) throw new Error("this part stands in no pad");
  return part;
}

export const usePad = (): PadOfStay => given(useContext(PadContext));

/** How the stay is: connection, life, people, and what is unsaved. */
export const useView = (): SessionView => useSession(usePad().session);

/** What people read as the pad's name. */
export function useTitle(): string {
  const { pad, entry } = usePad();
  const { title } = useView();
  return (title === undefined ? entry.info.title : title) ?? pad;
}

export const useSheets = (): Sheets => given(useContext(SheetsContext));
