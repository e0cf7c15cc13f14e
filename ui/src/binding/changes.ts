/**
 * Where a document was changed: exact places from the steps themselves, so that a letter goes where it was typed and not
 * beside its like.
 */
import { StepMap } from "prosemirror-transform";

/** `[fromA, toA)` of the old document became `[fromB, toB)` of the new one. */
export interface Change {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
}

/** So many steps are gone through one by one. */
const FEW = 16;

/** The changed ranges of a row of steps, apart from each other and in order. */
export function changesOf(maps: readonly StepMap[]): Change[] {
  if (maps.length <= FEW) return maps.reduce<Change[]>(changedFurther, []);
  // one by one, each step of thousands would go through all changes before it
  const middle = maps.length >> 1;
  return changedFurther(changesOf(maps.slice(0, middle)), mapOf(changesOf(maps.slice(middle))));
}

const mapOf = (changes: readonly Change[]): StepMap =>
  new StepMap(changes.flatMap(({ fromA, toA, fromB, toB }) => [fromA, toA - fromA, toB - fromB]));

function changedFurther(changes: Change[], map: StepMap): Change[] {
  const back = mapOf(changes).invert();
  const next = changes.map((change) => ({
    ...change,
    fromB: map.map(change.fromB, -1),
    toB: map.map(change.toB, 1),
  }));
  map.forEach((oldStart, oldEnd, fromB, toB) =>
    next.push({ fromA: back.map(oldStart, -1), toA: back.map(oldEnd, 1), fromB, toB }),
  );
  return next.length === changes.length
    ? next
    : merged(next.sort((a, b) => a.fromB - b.fromB || a.fromA - b.fromA));
}

function merged(changes: readonly Change[]): Change[] {
  const apart: Change[] = [];
  for (const change of changes) {
    const last = apart.at(-1);
    if (last && (change.fromB <= last.toB || change.fromA < last.toA)) {
      last.toA = Math.max(last.toA, change.toA);
      last.toB = Math.max(last.toB, change.toB);
      last.fromA = Math.min(last.fromA, change.fromA);
    } else apart.push({ ...change });
  }
  return apart;
}

/** An edit of a string: `deleted` units at `at` of the old one give way to `[from, to)` of the new one. */
export interface Edit {
  at: number;
  deleted: number;
  from: number;
  to: number;
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/** Whether a string must not be cut here: Yjs spoils an emoji that is cut in two. */
const cutsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));

/** The one edit that makes `[a0,a1)` of the old string `[b0,b1)` of the new one, without what both begin and end with. */
function trimmed(
  old: string,
  fresh: string,
  [a0, a1]: [number, number],
  [b0, b1]: [number, number],
): Edit {
  const most = Math.min(a1 - a0, b1 - b0);
  let left = 0;
  while (left < most && old[a0 + left] === fresh[b0 + left]) left++;
  let right = 0;
  while (right < most - left && old[a1 - right - 1] === fresh[b1 - right - 1]) right++;
  while (left > 0 && (cutsPair(old, a0 + left) || cutsPair(fresh, b0 + left))) left--;
  while (right > 0 && (cutsPair(old, a1 - right) || cutsPair(fresh, b1 - right))) right--;
  return { at: a0 + left, deleted: a1 - a0 - left - right, from: b0 + left, to: b1 - right };
}

/**
 * The edits between two strings. The hints say where they were made; without them, or where they are wrong, one edit is
 * found by comparison.
 */
export function editsBetween(old: string, fresh: string, hints: readonly Change[] = []): Edit[] {
  const whole = () => [trimmed(old, fresh, [0, old.length], [0, fresh.length])];
  const edits = (alongHints(old, fresh, hints) ?? whole()).filter(
    ({ deleted, from, to }) => deleted > 0 || to > from,
  );
  return edits;
}

function alongHints(old: string, fresh: string, hints: readonly Change[]): Edit[] | null {
  if (hints.length === 0) return null;
  const edits: Edit[] = [];
  let [a, b] = [0, 0];
  for (const { fromA, toA, fromB, toB } of hints) {
    const ends =
      fromA < a || fromB < b || toA > old.length || toB > fresh.length || fromA - a !== fromB - b;
    if (ends || old.slice(a, fromA) !== fresh.slice(b, fromB)) return null;
    edits.push(trimmed(old, fresh, [fromA, toA], [fromB, toB]));
    [a, b] = [toA, toB];
  }
  return old.slice(a) === fresh.slice(b) ? edits : null;
}

/** How much an edit changes. */
export const costOf = (edit: Edit | undefined): number =>
  edit ? edit.deleted + edit.to - edit.from : 0;

/** Whether an edit leaves of so many letters as many as make it likely that they were edited, and not replaced by a text of its own. */
export function isLikely(edit: Edit | undefined, length: number): boolean {
  const { deleted = 0, from = 0, to = 0 } = edit ?? {};
  return deleted < length && (from === to || 2 * deleted <= length);
}
