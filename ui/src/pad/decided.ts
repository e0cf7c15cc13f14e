/** What one host has decided about who writes, as the others read it: in one sentence, by name. */
import type { Role } from "../api";
import { toast } from "../kit/Toast";
import type { FromPage, Message } from "../live/messages";
import type { Person } from "../people/presence";
import { t } from "../strings";
import type { SessionView } from "./sessionView";
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

/** Whom one has shown out oneself just now, by the server's word: what is asked of it may be refused. */
export function shownOutBy({ who, did }: Decided, own: string): Pick<Person, "id" | "name"> | null {
  if (did?.what !== "show_out" || did.person === undefined || who !== own) return null;
  return { id: did.person, name: did.name ?? "" };
}

/** What is seen of it. */
export function decidedBy(message: Decided, own: string, heard: number): Partial<SessionView> {
  const decided = decisionOf(message, own, heard);
  const shownOut = shownOutBy(message, own);
  const { writing, pencil = null } = message;
  return { writing, pencil, ...(decided && { decided }), ...(shownOut && { shownOut }) };
}

/** What was asked of the server last: where it is not done, it is said why. */
export class Asked {
  last: FromPage["t"] | null = null;

  refused(why: string): void {
    const says = refusalOf(why, this.last);
    if (says) toast(says);
    this.last = null;
  }
}

/** Why what one has `asked` for last is not done; nothing where that is said elsewhere, or nothing was asked for. */
export function refusalOf(why: string, asked: FromPage["t"] | null): string {
  const says = t.decided.refused;
  switch (why) {
    case "not_host":
      return asked === null ? "" : says.notHost;
    case "oneself":
      return says.oneself;
    case "too_fast": // the same word is said before a connection is closed
      return asked === "new_links" ? says.tooFast : "";
    case "nobody": // of who knocks the card tells that nobody does any more
      return asked === "pencil" ? says.nobody : "";
    case "too_many":
      return says.tooMany;
    default:
      return "";
  }
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
