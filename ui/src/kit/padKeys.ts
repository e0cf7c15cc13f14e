/**
 * The keys by which this browser is somebody in a pad, so that a reload and another tab are the same person: one bounded
 * list, and neither a name nor a word of a pad.
 */

/** A key of one's own to one life of a pad, in the place of its link's. */
export interface OwnKey {
  link: string;
  epoch: string;
  key: string;
}

const ROLES = ["view", "edit", "host"] as const;

/**
 * What the link allows that a key comes from (its second byte, `src/base/keys.rs`), whatever a host has decided since; `null`:
 * it can't be read. Whom a host has made one has a guest's key, and does not what takes the host's link.
 */
export function roleOfKey(key: string): (typeof ROLES)[number] | null {
  try {
    const head = atob(key.slice(0, 4).replaceAll("-", "+").replaceAll("_", "/"));
    return ROLES[head.charCodeAt(1)] ?? null;
  } catch {
    return null;
  }
}

const STORED = "fadepad.keys";
/** More pads than one is in on a day; the oldest goes. */
const MOST = 24;
const KEY = /^[A-Za-z0-9_-]{1,64}$/;
const FIELDS = ["link", "epoch", "key"] as const;

const isOwnKey = (entry: unknown): entry is OwnKey =>
  FIELDS.every((field) => {
    const value = (entry as Record<string, unknown> | null)?.[field];
    return typeof value === "string" && KEY.test(value);
  });

/** The newest first; nothing where storage is switched off or holds something else. */
function stored(): OwnKey[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(STORED) ?? "[]");
    return Array.isArray(list) ? list.filter(isOwnKey).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function store(list: OwnKey[]): void {
  try {
    if (list.length > 0) localStorage.setItem(STORED, JSON.stringify(list.slice(0, MOST)));
    else localStorage.removeItem(STORED);
  } catch {
    // storage is switched off: one is somebody else after a reload
  }
}

/** One's own key in the place of this link's. */
export const keyFor = (link: string): string | undefined =>
  stored().find((own) => own.link === link)?.key;

/** One's own key to this life of a pad, by whatever link it was. */
export const keyIn = (epoch: string): string | undefined =>
  stored().find((own) => own.epoch === epoch)?.key;

/** All of them, whatever pads they are of. */
export const ownKeys = (): string[] => stored().map(({ key }) => key);

/** Keeps a key; who one was in that life of the pad before is nobody any more, unless the key is of the same person by another link. */
export const keepKey = (own: OwnKey, isSame = false): void =>
  store([
    own,
    ...stored().filter(({ link, epoch }) => link !== own.link && (isSame || epoch !== own.epoch)),
  ]);

/** This link opens nothing any more, or its key does not. */
export const dropKey = (gone: string): void => store(stored().filter(({ link }) => link !== gone));
