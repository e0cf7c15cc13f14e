/** The host's pads, asked again and again while somebody looks, by the keys that this browser keeps. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { ListedPad } from "../api";
import { hostings } from "../kit/hosting";
import { listPads } from "../life/listPads";
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
  /** How many wait to be let in. */
  knocks: number;
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

/** Each in the colour that he has chosen, as in the pad; one who told none has the colour of his name. */
export const facesOf = (names: readonly string[], colors: readonly unknown[]): Face[] =>
  names.map((name, at) => {
    const color = colors[at];
    return { name, color: isColour(color) ? color : colourFor(name) };
  });

function hostedOf(each: ListedPad, known: readonly Hosted[], now: number): Hosted {
  const { pad: name, epoch, people, knocks = 0, names = [], colors = [] } = each;
  const before = known.find((one) => one.epoch === epoch);
  const key = hostings().find((one) => one.pad === name && one.epoch === epoch)?.key ?? null;
  const life = heard(before?.life ?? unheard(each.ttl_s, now), { t: "life", ...each }, now);
  return {
    name,
    title: each.title,
    epoch,
    key,
    people,
    knocks,
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
