/** Which screen a URL means. Paths are read without regard to case, because QR codes hold them in capitals. */

export type Route =
  | { screen: "start" }
  | { screen: "join"; code: string }
  | { screen: "device"; code: string }
  | { screen: "pad"; pad: string; key: string }
  | { screen: "wall"; pad: string; key: string }
  | { screen: "new"; key: string }
  | { screen: "used" }
  | { screen: "nothing" };

/** A pad's name: 1 to 64 small letters, digits, `-`, `_`, not starting with the last two. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** Reads a location; `hash` carries the key and never reaches the server. */
export function routeOf({ pathname, hash }: Pick<Location, "pathname" | "hash">): Route {
  const [first = "", second = "", ...rest] = pathname.split("/").filter(Boolean);
  const key = hash.replace(/^#/, "");
  if (rest.length > 0) return { screen: "nothing" };
  const word = first.toLowerCase();
  if (word === "") return { screen: "start" };
  if (word === "new" && second === "") return { screen: "new", key };
  if (word === "j" && second !== "") return { screen: "join", code: second };
  if (word === "d" && second !== "") return { screen: "device", code: second };
  if (word === "h" && second !== "") return { screen: "used" }; // one that is good is led on by the server
  const pad = second.toLowerCase();
  if ((word === "p" || word === "wall") && NAME.test(pad))
    return { screen: word === "p" ? "pad" : "wall", pad, key };
  return { screen: "nothing" };
}

/** The path of a pad's page; the key stays in the fragment. */
export const padPath = (pad: string, key: string): string => `/p/${pad}#${key}`;
