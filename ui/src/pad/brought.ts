/** Who brought what: the parts that can't be shown, and what fills the pad, by who stands in the list of people and who does not. */
import type { PadInfo, Somebody } from "../api";
import type { Misfit } from "./misfits";

/** Less than this share of a pad fills nothing that others need. */
const WORTH_TELLING = 0.05;
/** The server says of so many client ids at once whose they are. */
const ASKED_MAX = 64;

export interface Brought {
  /** The id of a person in the list, else of a row that is only here. */
  of: string;
  /** Why they are not in the list; `null` where they are. */
  missing: "left" | "nameless" | "unknown" | null;
  name: string | null;
  misfits: readonly Misfit[];
  /** A share of all that fits, where that is much. */
  fills: { share: number; unseen: boolean } | null;
}

type Told = Pick<PadInfo, "filled_by" | "max"> & {
  writers?: readonly (Somebody & { client: number })[];
};
type PersonAt = (client: number) => string | undefined;

/** Those of whom the server is asked. */
export const writersOf = (misfits: readonly Misfit[]): string =>
  [...new Set(misfits.flatMap(({ client }) => client ?? []))].slice(0, ASKED_MAX).join(",");

function rowFor(who: Somebody | undefined, personAt: PersonAt): Omit<Brought, "misfits" | "fills"> {
  if (!who) return { of: "unknown", missing: "unknown", name: null };
  const { name, here, shows } = who;
  const person = shows.map(personAt).find(Boolean);
  if (person !== undefined) return { of: person, missing: null, name };
  const missing = here ? "nameless" : "left";
  return { of: `${missing} ${name ?? ""}`, missing, name };
}

function fillsOf(
  { bytes, unseen_bytes, client_ids }: NonNullable<Told["filled_by"]>[number],
  max: NonNullable<Told["max"]>,
): Brought["fills"] {
  const share = Math.max(bytes / max.bytes, client_ids / max.client_ids);
  return share < WORTH_TELLING ? null : { share, unseen: unseen_bytes > bytes / 2 };
}

/** `asked`: the client ids to which `told` is the answer; who wrote under others is told with the next one. */
export function broughtBy(
  misfits: readonly Misfit[],
  told: Told,
  asked: string,
  personAt: PersonAt,
): Brought[] {
  const rows = new Map<string, Brought>();
  const add = (who: Somebody | undefined, more: (row: Brought) => Partial<Brought>) => {
    const row = rowFor(who, personAt);
    const known = rows.get(row.of) ?? { ...row, misfits: [], fills: null };
    rows.set(row.of, { ...known, ...more(known) });
  };
  const settled = new Set(asked.split(",").map(Number));
  for (const misfit of misfits) {
    const writer = told.writers?.find(({ client }) => client === misfit.client);
    if (
      !writer &&
      misfit.client !== null &&
      !settled.has(misfit.client) &&
      settled.size < ASKED_MAX
    )
      continue;
    add(writer, (row) => ({ misfits: [...row.misfits, misfit] }));
  }
  for (const filler of told.filled_by ?? []) {
    const fills = told.max && fillsOf(filler, told.max);
    if (fills) add(filler, () => ({ fills }));
  }
  return [...rows.values()];
}
