/** From the machine that a pad was at to the one where it goes on: who one is goes along, in a part of the address that no server sees. */
import { blockOf } from "../routes";
import { isColour } from "./colours";
import { rememberMe, type Me } from "./me";
import { cleanName } from "./names";

/** A key of one's own has more letters than that of a link, which may be anybody's. */
const OWN_KEY = /^[A-Za-z0-9_-]{64}$/;

/** Where a page goes on. */
export function pathThere(pad: string, key: string, me?: Pick<Me, "name" | "color">): string {
  const who = me ? `&${new URLSearchParams({ name: me.name, color: me.color })}` : "";
  return `/p/${pad}#${key}${who}`;
}

/** Before anything is drawn: who has come over has their name and their colour here as well, and the address is only the pad's. */
export function arrive(): void {
  const [key = "", said = ""] = location.hash.slice(1).split(/&(.*)/s);
  if (!said || blockOf(location.hash) !== null) return;
  history.replaceState(null, "", `${location.pathname}${location.search}#${key}`);
  const who = new URLSearchParams(said);
  const [name, color] = [cleanName(who.get("name") ?? ""), who.get("color") ?? ""];
  if (OWN_KEY.test(key) && name && isColour(color)) rememberMe({ name, color, chosen: true });
}
