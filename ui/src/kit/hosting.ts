/** The host's keys that this browser keeps, so that its start page shows the host's pads: one bounded list, and never a word of a pad. */

/** Right to one life of a pad; without a name it has ended, and only the right to host again is left. */
export interface Hosting {
  pad: string;
  epoch: string;
  key: string;
}

const STORED = "fadepad.host";
/** More pads than a host has open; the oldest goes. */
const MOST = 24;
const KEY = /^[A-Za-z0-9_-]{1,64}$/;

function isHosting(entry: unknown): entry is Hosting {
  const { pad, epoch, key } = (entry ?? {}) as Partial<Record<keyof Hosting, unknown>>;
  return (
    typeof pad === "string" && typeof epoch === "string" && typeof key === "string" && KEY.test(key)
  );
}

/** The newest first; nothing where storage is switched off or holds something else. */
export function hostings(): Hosting[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? "[]");
    return Array.isArray(stored) ? stored.filter(isHosting).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function keep(list: Hosting[]): void {
  try {
    if (list.length > 0) localStorage.setItem(STORED, JSON.stringify(list.slice(0, MOST)));
    else localStorage.removeItem(STORED);
  } catch {
    // storage is switched off: the host's own link still opens the pad
  }
}

/** Remembers a host's key that has just opened this life of a pad. */
export const host = (hosting: Hosting): void =>
  keep([
    hosting,
    ...hostings().filter(({ key, pad }) => key !== hosting.key && pad !== hosting.pad),
  ]);

/** This key opens nothing any more. */
export const forgetKey = (gone: string): void => keep(hostings().filter(({ key }) => key !== gone));

/** Lets go of the names of pads that are over. One nameless key stays: who hosted may host again. */
export function settle(isOver: (hosting: Hosting) => boolean): void {
  const before = hostings();
  const named = before.filter((hosting) => hosting.pad && !isOver(hosting));
  const over = before.find((hosting) => !named.includes(hosting));
  keep(named.length > 0 || !over ? named : [{ pad: "", epoch: "", key: over.key }]);
}
