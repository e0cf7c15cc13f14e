/** Which screen a URL means. Paths are read without regard to case, because QR codes hold them in capitals. */

export type Route =
  | { screen: "start" }
  | { screen: "join"; code: string }
  | { screen: "device"; code: string }
  | { screen: "pad"; pad: string; key: string }
  | { screen: "wall"; pad: string; key: string }
  | { screen: "new"; key: string; wish: NewWish }
  | { screen: "used" }
  | { screen: "nothing" };

/** What a link to a new pad asks for, `/new?name=retro&ttl=30m&template=retro`; what can't be read is left out, and named. */
export interface NewWish {
  name: string;
  ttl_s?: number;
  template?: string;
  /** What it says that can't be read, as it stands there: `ttl=soon`. */
  unread?: string[];
}

const TIME = /^(\d{1,6})([smh]?)$/;
const UNIT_S = { "": 1, s: 1, m: 60, h: 3600 } as const;

/** "30s", "15m", "8h", or seconds. */
function secondsOf(time: string): number | undefined {
  const [, count, unit] = TIME.exec(time) ?? [];
  const seconds = Number(count) * UNIT_S[(unit ?? "") as keyof typeof UNIT_S];
  return seconds > 0 ? seconds : undefined;
}

/** Letters that are shown of what can't be read. */
const UNREAD_MAX = 40;

function wishOf(search: string): NewWish {
  const asked = new URLSearchParams(search);
  const name = (asked.get("name") ?? "").toLowerCase();
  const ttl_s = secondsOf(asked.get("ttl") ?? "");
  const wanted = (asked.get("template") ?? "").toLowerCase();
  const template = NAME.test(wanted) ? wanted : undefined;
  const read = { name: NAME.test(name), ttl: ttl_s !== undefined, template: !!template };
  const unread = (["name", "ttl", "template"] as const)
    .filter((field) => asked.get(field) && !read[field])
    .map((field) => `${field}=${asked.get(field)}`.slice(0, UNREAD_MAX));
  return {
    name: read.name ? name : "",
    ...(unread.length > 0 ? { unread } : {}),
    ...(ttl_s === undefined ? {} : { ttl_s }),
    ...(template ? { template } : {}),
  };
}

/** A pad's name: 1 to 64 small letters, digits, `-`, `_`, not starting with the last two. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** A line of the text, behind the key: `/p/notes#KEY&block=ID`. */
const BLOCK = /&block=([\w-]{1,64})$/;

/** The line that an address leads to, by its block's id. */
export const blockOf = (address: string): string | null => BLOCK.exec(address)?.[1] ?? null;

/** The same address of the pad as a whole. */
export const withoutBlock = (address: string): string => address.replace(BLOCK, "");

/** The address of a line in a pad. */
export const withBlock = (address: string, id: string): string => `${address}&block=${id}`;

/** Reads a location; `hash` carries the key, maybe with a line behind it, and never reaches the server. */
export function routeOf({
  pathname,
  hash,
  search = "",
}: Pick<Location, "pathname" | "hash"> & { search?: string }): Route {
  const [first = "", second = "", ...rest] = pathname.split("/").filter(Boolean);
  const key = withoutBlock(hash.replace(/^#/, ""));
  if (rest.length > 0) return { screen: "nothing" };
  const word = first.toLowerCase();
  if (word === "") return { screen: "start" };
  if (word === "new" && second === "") return { screen: "new", key, wish: wishOf(search) };
  if (word === "j" && second !== "") return { screen: "join", code: second };
  if (word === "d" && second !== "") return { screen: "device", code: second };
  if (word === "h" && second !== "") return { screen: "used" }; // one that is good is led on by the server
  const pad = second.toLowerCase();
  if ((word === "p" || word === "wall") && NAME.test(pad))
    return { screen: word === "p" ? "pad" : "wall", pad, key };
  return { screen: "nothing" };
}

/** The path of the projector page. */
export const wallPath = (pad: string, key: string): string => `/wall/${pad}#${key}`;

/** The path of a pad's page; the key stays in the fragment. */
export const padPath = (pad: string, key: string): string => `/p/${pad}#${key}`;
