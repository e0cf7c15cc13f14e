/** The host's pads, asked again and again while somebody looks, by the keys that this browser keeps. */
import { useCallback, useEffect, useRef, useState } from "react";
import { api, ApiError, type ListedPad } from "../api";
import { forgetKey, hostings, settle, type Hosting } from "../kit/hosting";
import type { Face } from "../people/Avatars";
import { colourFor, isColour } from "../people/colours";
import { counted, heard, unheard, type Life } from "../life/life";

/** How often (ms): who comes or goes is on the screen before one wonders. */
const ASK_EVERY_MS = 3000;

/** A pad on this computer. */
export interface Hosted {
  name: string;
  /** What is read in the place of the name. */
  title: string | null;
  epoch: string;
  /** Opens it as its host; `null` for a pad that another browser began. */
  key: string | null;
  people: number;
  /** The first few of who is there, where they are told. */
  faces: Face[];
  life: Life;
}

export interface HostedPads {
  /** `null` before the first answer. */
  pads: Hosted[] | null;
  /** A key that may open new pads; `null` where this browser holds none any more. */
  key: string | null;
  /** The last question was not answered. */
  away: boolean;
  ask: () => void;
}

const isRefused = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 401 || error.status === 403);

/** Whether a key that lists nothing still opens its pad, as it may after a restart with the same secret. */
const opens = ({ pad, key }: Hosting): Promise<boolean> =>
  pad
    ? api.pad(pad, key).then(
        () => true,
        (error: unknown) =>
          !(error instanceof ApiError) || error.status < 400 || error.status >= 500,
      )
    : Promise.resolve(false);

/** What a key lists; `null` where it opens nothing any more, and is dropped. */
async function listedBy(hosting: Hosting): Promise<ListedPad[] | null> {
  try {
    return await api.pads(hosting.key);
  } catch (error) {
    if (!isRefused(error)) throw error;
    if (await opens(hosting)) return api.pads(hosting.key);
    forgetKey(hosting.key);
    return null;
  }
}

/**
 * All pads, and the first key that is taken; `null` where none is. Where everyone may open pads a key lists no pads but its own:
 * those that no answer has named yet are asked for by theirs.
 */
export async function listPads(): Promise<{ key: string; listed: ListedPad[] } | null> {
  const found = new Map<string, ListedPad>();
  let first: string | null = null;
  for (const hosting of hostings()) {
    if (first !== null && (hosting.pad === "" || found.has(hosting.epoch))) continue;
    const listed = await listedBy(hosting);
    if (!listed) continue;
    first ??= hosting.key;
    for (const each of listed) found.set(each.epoch, each);
  }
  if (first === null) return null;
  settle(({ epoch }) => !found.has(epoch));
  const listed = [...found.values()].sort((one, other) => (one.pad < other.pad ? -1 : 1));
  return { key: first, listed };
}

/** Each in the colour that he has chosen, as in the pad; one who told none has the colour of his name. */
export const facesOf = (names: readonly string[], colors: readonly unknown[]): Face[] =>
  names.map((name, at) => {
    const color = colors[at];
    return { name, color: isColour(color) ? color : colourFor(name) };
  });

function hostedOf(each: ListedPad, known: readonly Hosted[], now: number): Hosted {
  const { pad: name, epoch, people, names = [], colors = [] } = each;
  const before = known.find((one) => one.epoch === epoch);
  const key = hostings().find((one) => one.pad === name && one.epoch === epoch)?.key ?? null;
  const life = heard(before?.life ?? unheard(each.ttl_s, now), { t: "life", ...each }, now);
  return {
    name,
    title: each.title,
    epoch,
    key,
    people,
    faces: facesOf(names, colors),
    life: counted(life, each.ending ?? null, now),
  };
}

export function useHosted(): HostedPads {
  const [state, setState] = useState<Omit<HostedPads, "ask">>(() => ({
    pads: null,
    key: hostings()[0]?.key ?? null,
    away: false,
  }));
  const open = useRef(true);
  const ask = useCallback(() => {
    listPads().then(
      (answer) => {
        if (!open.current) return;
        const now = performance.now();
        setState(({ pads }) => ({
          pads: answer?.listed.map((each) => hostedOf(each, pads ?? [], now)) ?? [],
          key: answer?.key ?? null,
          away: false,
        }));
      },
      () => open.current && setState((before) => ({ ...before, away: true })),
    );
  }, []);
  useEffect(() => {
    open.current = true;
    ask();
    const again = () => document.visibilityState === "visible" && ask();
    const timer = setInterval(again, ASK_EVERY_MS);
    document.addEventListener("visibilitychange", again);
    return () => {
      open.current = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", again);
    };
  }, [ask]);
  return { ...state, ask };
}
