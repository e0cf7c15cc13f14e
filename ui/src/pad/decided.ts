/** What one host has decided about who writes, as the others read it: in one sentence, by name. */
import type { Role } from "../api";
import type { Message } from "../live/messages";
import { t } from "../strings";
import type { Warning } from "./warnings";

/** The sentence stays in view for so long (ms). */
export const DECIDED_MS = 20_000;

type Decided = Message<"access">;

/** What who may do something else now reads of it; nothing where a line stands there that says it. */
export function roleChanged(before: Role, now: Role): string {
  const { edit, host, noHost } = t.pad.mayNow;
  if (now === "view" || now === before) return "";
  return now === "host" ? host : before === "host" ? noHost : edit;
}

/** `null` where nothing was decided just now, or by who reads it: `own`. */
export function decisionOf(message: Decided, own: string, heard: number): Warning | null {
  if (message.did === undefined || message.who === own) return null;
  const says = sentence(message);
  return says === null ? null : { says, heard };
}

/** The same of new links. */
export function renewalOf(
  { role, by, who }: Message<"new_links">,
  own: string,
  heard: number,
): Warning | null {
  if (who === own) return null;
  const host = by ?? (who === undefined ? null : t.people.nameless);
  return { says: t.decided.newLinks(host, role), heard };
}

function sentence({ writing, door, pin, by, who, did }: Decided): string | null {
  const d = t.decided;
  const host = by ?? (who === undefined ? null : t.people.nameless); // a program is nobody
  const name = did?.name || t.people.nameless;
  switch (did?.what) {
    case "writing":
      return d.writing(host, writing === "everyone");
    case "door":
      return d.door[door](host);
    case "pin":
      return d.pin(host, pin);
    case "role":
      return did.role === undefined ? null : d.roles[did.role](host, name);
    case "pencil":
      return d.pencil(host, name);
    case "show_out":
      return d.showOut(host, name);
    default:
      return null; // of a later server
  }
}
