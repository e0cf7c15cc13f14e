/**
 * Coming in by a link: many have its key, so it is exchanged once for one of one's own, which says who one is and stays in
 * this browser.
 */
import {
  api,
  ApiError,
  isWaits,
  type Appears,
  type Joined,
  type Over,
  type PadInfo,
  type Waits,
} from "../api";
import { dropKey, keepKey, keyFor, keyIn } from "../kit/padKeys";
import { keepWaits } from "./knock";
import { arriving } from "./me";

/** Somebody who may come in. */
export interface Entry {
  info: PadInfo;
  /** One's own key. */
  key: string;
  /** The link's, which may be shown and given on. */
  link: string;
}

/** Who has come in, by code or a host's hand, has a key: who was here before stays who that was, as the server has found. */
export const keepJoined = ({ key, link_key: link, epoch }: Joined): void =>
  keepKey({ link, epoch, key }, true);

/** This device is somebody's who came in on another one. */
export const keepPaired = ({ key, link_key: link, epoch }: Joined): void =>
  keepKey({ link, epoch, key });

/** A key that this browser kept, while it opens the pad. */
async function again(pad: string, link: string): Promise<Entry | null> {
  const key = keyFor(link);
  if (!key) return null;
  try {
    return { info: await api.pad(pad, key), key, link };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    if (error.refusal.reason !== "new_links") dropKey(link); // by the new link one stays who one is
    return null;
  }
}

/** A host has to let one in. */
export class MustWait extends Error {
  constructor(readonly waits: Waits) {
    super();
  }
}

/** One's place at the door is kept from the first moment, also where the page is loaded again before it shows that one waits. */
function mustWait(waits: Waits): MustWait {
  keepWaits(waits);
  return new MustWait(waits);
}

/** How one appears at the door. */
export function appears(): Appears {
  const { name, color } = arriving();
  return { name, color };
}

/** Who was shown out asks to be let in again: as who they were, where this browser knows that. */
export async function knockAgain(pad: string, link: string): Promise<void> {
  const said = { ...appears(), knock: true };
  const answer = await api.own(pad, link, keyFor(link), said);
  if (isWaits(answer)) throw mustWait(answer);
  keepJoined(answer); // not shown out any more
}

/** So often, with a pause of so many ms, it is asked whether the next life has begun: the end is told a moment before. */
const TRIES = 10;
const PAUSE_MS = 200;

/** Begun afresh, a pad takes over who was in the life before, by their own key. `null`: not this one, or it has only ended. */
export async function comeOver(pad: string, own: string, epoch: string): Promise<Over | null> {
  for (let n = 0; n < TRIES; n += 1) {
    const answer = await api.over(pad, own).catch(() => null);
    if (!answer || isWaits(answer)) return null;
    if (answer.epoch !== epoch) {
      keepJoined(answer);
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return null;
}

/** The link of now that goes with one's own key, which stays who one is by it; `null` where that was not answered. */
export async function renewed(pad: string, own: string): Promise<string | null> {
  const answer = await api.own(pad, own).catch(() => null);
  if (!answer || isWaits(answer)) return null;
  keepJoined(answer);
  return answer.link_key;
}

/** What one needs to be in a pad. */
export async function comeIn(pad: string, given: string): Promise<Entry> {
  const known = await again(pad, given);
  if (known) return known;
  const info = await api.pad(pad, given);
  const before = keyIn(info.epoch);
  const answer = await api.own(pad, given, before, appears());
  if (isWaits(answer)) throw mustWait(answer);
  const { key, link_key, epoch } = answer;
  const link = key === given ? link_key : given; // somebody's own key is no link
  keepKey({ link, epoch, key }, true);
  return { info, key, link };
}
