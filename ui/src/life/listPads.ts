/** The pads of a host, by the keys that this browser keeps. */
import { api, ApiError, type ListedPad } from "../api";
import { forgetKey, hostings, settle, type Hosting } from "../kit/hosting";

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
