/** A file that waits to be brought in: dropped beside the sheet, or chosen before the pad was there. */

let waiting: File | null = null;

/** Whoever brings files in hears of it (`fadepad:file`), if the sheet for that is open. */
export function letWait(file: File): void {
  waiting = file;
  dispatchEvent(new Event("fadepad:file"));
}

export const isWaiting = (): boolean => waiting !== null;

/** The same, once. */
export function takeWaiting(): File | null {
  const file = waiting;
  waiting = null;
  return file;
}
