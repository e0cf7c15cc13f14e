/** Every HTTP call of the page, typed. Nothing else calls `fetch`. */

export type Role = "host" | "edit" | "view";
/** Who may write: everyone whose key says so, or hosts and whom they have picked. */
export type Writing = "everyone" | "picked";
/** How those come in who have no key of their own. */
export type Door = "open" | "knock" | "closed";
export type LifeState = "waiting" | "alive" | "fading" | "ended";
/**
 * `host`: ended now by hand, nothing is kept; `stop`: the system stopped the program; `announced`: the time came that the host
 * had set; `afresh`: its text goes on in another life; `handed_on`: this very life goes on at another machine.
 */
export type Why = "faded" | "host" | "stop" | "announced" | "max_lifetime" | "afresh" | "handed_on";
/** Whether such an end takes the text out of every page: who wanted a copy was asked before. */
export const leavesNothing = (why: string | null): boolean => why === "host";

/** Why a last call runs: the host's word, a program that is stopped, the end that was set, the longest life. */
export type CallWhy = "host" | "stop" | "announced" | "max_lifetime";
export const isWhy = (word: unknown): word is Why =>
  word === "faded" ||
  word === "host" ||
  word === "stop" ||
  word === "announced" ||
  word === "max_lifetime" ||
  word === "afresh" ||
  word === "handed_on";

/** `POST /api/v1/join` and `POST /api/v1/pads/NAME/key`: who has come in. */
export interface Joined {
  pad: string;
  /** One's own: it says who one is, and is for nobody else. */
  key: string;
  /** That of the link, which many may have. */
  link_key: string;
  role: Role;
  epoch: string;
}

/** `POST /api/v1/pads/NAME/key` by one's own key of the life before, where the pad was begun afresh. */
export interface Over extends Joined {
  /** How far its host had read that life when the text was taken over, as a state vector in base64. */
  seen?: string;
}

/** 202 of `join`, `key` and `knock`: one has knocked, and waits for a host. */
export interface Waits {
  pad: string;
  /** What to ask with. */
  knock: string;
  /** Whom one waits for, where that is one person with a name. */
  host: string | null;
  ask_again_s: number;
}

export const isWaits = (answer: Joined | Waits): answer is Waits => "knock" in answer;

/** How one wants to appear. */
export interface Appears {
  name: string;
  color: string;
}

/** What who comes in says beside code or link. */
interface Coming extends Partial<Appears> {
  pin?: string;
  /** Who was shown out wants to knock. */
  knock?: boolean;
}

/** `POST /api/v1/devices`: this device is one of somebody's. */
export interface Paired extends Joined {
  name: string | null;
  color: string | null;
}

/** `POST /api/v1/pads/NAME/devices`: what makes another device one's own, once. */
export interface Pairing {
  url: string;
  expires_in_s: number;
}

/** `GET /api/v1/pads/NAME`; of the fields from `code` on it has those that the key may see. */
export interface PadInfo {
  pad: string;
  /** What its host calls it, read in the place of its name. */
  title: string | null;
  epoch: string;
  role: Role;
  state: LifeState;
  people: number;
  devices: number;
  bytes: number;
  ttl_s: number;
  ends_in_s: number | null;
  /** The last call, while it runs. */
  ending?: LastCall | null;
  /** Whether the grace after the last person ends it; else its end alone does. */
  fades: boolean;
  /** Who may write, among those whose key lets them. */
  writing: Writing;
  /** How those come in who have no key of their own. */
  door: Door;
  /** Whether who comes by code is asked for a PIN. */
  pin: boolean;
  /** Whether walls show the text, too. */
  text_on_walls: boolean;
  hard_end_s: number;
  /** For the host: how many programs follow the text without a seat. */
  readers?: number;
  /** The first of them, as they call themselves. */
  followers?: { name: string | null; person: string | null }[];
  /** For the host: the life that would be next. */
  next_epoch?: string;
  /** For who comes first: what the pad begins with, where that was asked for. */
  template?: string;
  /** How long people are offered a copy before an end that finds them; 0: they are not. */
  last_call_s: number;
  /** The host’s machine keeps a copy when it ends. */
  saves: boolean;
  code?: string;
  join_url?: string;
  edit_url?: string;
  view_url?: string;
  /** What people type, e.g. `192.168.1.20:7780`. */
  address?: string;
  interface?: string | null;
  /** The server's certificate, where the page is encrypted. */
  certificate?: { sha256: string; self_signed: boolean } | null;
  /** For the host: other devices that fetched the join page, and when. */
  reached?: Reached[];
  /** For the host: codes that were wrong in ten minutes, when that was last many. */
  guessing?: { wrong: number; ago_s: number } | null;
  /** For the host: who has put most into the pad, and how much fits. */
  filled_by?: Filler[];
  max?: { bytes: number; client_ids: number };
  /** For who may bring files: how many there are, and how much fits. */
  files?: { count: number; bytes: number; max_bytes: number; max_file_bytes: number };
  /** Who wrote with the client ids that were asked for, where that is known. */
  writers?: WrittenBy[];
  /** For the host, while nobody got through: the likely causes, each with its way out, the likeliest first. */
  hints?: string[];
}

/** A last call that runs. */
export interface LastCall {
  in_s: number;
  total_s: number;
  why: CallWhy;
  /** Who ends the pad, where that is known. */
  by: string | null;
  /** How many have answered, of those who are asked. */
  answered: number;
  of: number;
  /** How many more minutes can be asked for. */
  more: number;
  /** Whether the host may let it live after all. */
  stay: boolean;
}

/** Somebody as the server knows them. */
export interface Somebody {
  name: string | null;
  here: boolean;
  /** The clients that show them among those who are here. */
  shows: number[];
}

export interface WrittenBy extends Somebody {
  client: number;
  /** As presence names them. */
  person: string;
  color: string | null;
}

export interface Filler extends Somebody {
  bytes: number;
  /** Of these, what stands where no page shows it. */
  unseen_bytes: number;
  client_ids: number;
}

/** `GET /api/v1/pads`: one of all pads, for a host. */
export interface ListedPad {
  pad: string;
  title: string | null;
  epoch: string;
  state: LifeState;
  people: number;
  /** The first few of who is there; not where hosts are strangers to each other. */
  names?: string[];
  /** The colours that these have chosen; `null` for one who told none. */
  colors?: (string | null)[];
  /** How many wait at the door, in the list of all. */
  knocks?: number;
  ttl_s: number;
  ends_in_s: number | null;
  fades: boolean;
  writing: Writing;
  door: Door;
  pin: boolean;
  text_on_walls: boolean;
  hard_end_s: number;
  /** The last call, while one runs. */
  ending?: LastCall | null;
}

/** Another device that got through. */
export interface Reached {
  /** The address of ours that it came to, and its network. */
  ip?: string;
  interface?: string | null;
  /** `phone`, `tablet`, `laptop` or `device`. */
  device: string;
  ago_s: number;
}

/** `GET /api/v1/neighbours`: a pad that another computer of this network announces. */
export interface Neighbour {
  name: string;
  /** The other computer's own name, e.g. `anna-laptop.local`. */
  host: string;
  /** Where its code is typed. */
  url: string;
  state: LifeState;
  people: number;
}

/** How a new pad is to be. */
export interface PadWish {
  /** The grace after the last person left. */
  ttl_s?: number;
  /** What whoever comes first begins with. */
  template?: string;
}

/** What a pad is begun afresh with: the text for the life of this epoch, and the state vector of what it was made from. */
export interface Fresh {
  epoch: string;
  text: string;
  seen: string;
}

/** `POST /api/v1/pads` */
export interface NewPad {
  pad: string;
  epoch: string;
  host_key: string;
}

export interface ServerInfo {
  version: string;
  create: "host" | "anyone";
  /** The host's machine keeps a copy of each pad that ends. */
  saves?: boolean;
  /** What a new pad may begin with, by name. */
  templates?: string[];
}

/** What is known of an end, by an ended pad's 410 or as the receipt; after a restart of the server nothing may be. */
export interface Ending {
  ended_s_ago?: number;
  /** The life that is over. */
  epoch?: string;
  /** The beginnings of links to the machine where it goes on. */
  moved_to?: string[];
  why?: Why;
  ttl_s?: number;
  /** What the key that asked had allowed. */
  role?: Role;
  /** Its code opens the next life of it, in which who asked hosts on. */
  stands?: boolean;
  /** What was erased. */
  bytes?: number;
  /** How many were there. */
  people?: number;
  people_told?: number;
  /** People whose pages said that they hold no copy any more. */
  copies_dropped?: number;
  /** Files with its text that the host’s computer has kept at its end. */
  files_kept?: number;
}

/** Why a call was refused, for the page to go on by. */
export interface Refusal {
  /** `new_links`: the host has made new links, and the key is of the old ones. */
  reason?:
    | "pin_needed"
    | "pin_wrong"
    | "door_closed"
    | "door_full"
    | "shown_out"
    | "not_now"
    | "knock_gone"
    | "new_links";
  /** The PIN that is asked for is digits alone. */
  digits?: boolean;
}

/** A call that was answered with an error (`status` ≥ 400), or not at all (`status` 0). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    /** A sentence for people, where the server gave one. */
    readonly detail: string,
    readonly ending: Ending = {},
    readonly refusal: Refusal = {},
    /** Seconds after which to try again, where the server told. */
    readonly wait_s: number | null = null,
  ) {
    super(detail);
  }
}

/** An unanswered call is given up after this many milliseconds: longer than any LAN, shorter than patience. */
const TIMEOUT_MS = 8000;
/** A file of a pad begins to come within this time (ms): however long it takes then. */
const FILE_MS = 5000;
/** Who has pressed a link waits this long (ms) for a word. */
const ANSWERS_MS = 3000;

/** `outlives`: it is sent also when the page is left meanwhile. */
async function call<T>(
  method: string,
  path: string,
  key?: string,
  body?: unknown,
  outlives = false,
): Promise<T> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const answer = await fetch(`/api/v1${path}`, {
      method,
      signal: stop.signal,
      cache: "no-store",
      keepalive: outlives,
      headers: {
        ...(key ? { Authorization: `Bearer ${key}` } : {}),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const data: unknown = await answer.json().catch(() => ({}));
    if (answer.ok) return data as T;
    const problem = data as { detail?: string } & Ending & Refusal;
    const wait = Number.parseInt(answer.headers.get("Retry-After") ?? "", 10);
    throw new ApiError(
      answer.status,
      problem.detail ?? "",
      problem,
      problem,
      Number.isNaN(wait) ? null : wait,
    );
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(0, "");
  } finally {
    clearTimeout(timer);
  }
}

/** A request as it is, for what is no call: `live/tunnel.ts`. */
const request = (path: string, how: RequestInit): Promise<Response> =>
  fetch(path, { cache: "no-store", ...how });

/** HTTP's "upgrade required": the server was asked for a socket by a request that names none. */
const UPGRADE_REQUIRED = 426;

/** Whether the pad's socket is there and our requests for it lose their upgrade on the way. */
async function lacksUpgrade(pad: string): Promise<boolean> {
  try {
    const answer = await request(`/ws/${pad}`, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return answer.status === UPGRADE_REQUIRED;
  } catch {
    return false; // nobody answers: the connection is lost, and nothing more is known
  }
}

export const api = {
  lacksUpgrade,
  request,
  /** `before`: keys of one's own, by which one is nobody new. */
  join: (code: string, before: string[], said: Coming) =>
    call<Joined | Waits>("POST", "/join", undefined, { code, as: before, ...said }),
  /** `writers`: client ids, with commas between them: 64 at once. */
  pad: (pad: string, key: string, writers = "") =>
    call<PadInfo>("GET", `/pads/${pad}${writers && `?writers=${writers}`}`, key),
  /** All pads of this computer, for a host. */
  pads: (key: string) => call<ListedPad[]>("GET", "/pads", key),
  keep: (pad: string, key: string, wish: { always: true } | { title: string | null }) =>
    call<ListedPad>("PATCH", `/pads/${pad}`, key, wish),
  /** A host's: how new people come in. */
  door: (pad: string, key: string, door: Door) =>
    call<ListedPad>("PATCH", `/pads/${pad}`, key, { door }),
  /** A host's: what who joins by code is asked for, beside it. */
  pin: (pad: string, key: string, pin: string | null) =>
    call<ListedPad>("PATCH", `/pads/${pad}`, key, { pin }),
  /** A host's: whether walls show the text, too. */
  textOnWalls: (pad: string, key: string, text_on_walls: boolean) =>
    call<ListedPad>("PATCH", `/pads/${pad}`, key, { text_on_walls }),
  /** A host's: the life ends, and another one goes on with this text. */
  afresh: (pad: string, key: string, fresh: Fresh) =>
    call<NewPad>("POST", `/pads/${pad}/afresh`, key, fresh),
  /** The receipt; where people are there, how the pad stands while its last call runs. */
  end: (pad: string, key: string) => call<Ending | ListedPad>("DELETE", `/pads/${pad}`, key),
  /** The page of whose key this is holds no copy of the ended pad any more. */
  dropped: (pad: string, key: string) =>
    call<Ending>("POST", `/pads/${pad}/dropped`, key, undefined, true),
  /** A key of one's own for that of a link; who had one in the same life of the pad stays who that was. */
  own: (pad: string, link: string, before?: string, said: Coming = {}) =>
    call<Joined | Waits>("POST", `/pads/${pad}/key`, link, { as: before, ...said }),
  /** The pad was begun afresh, or its code has begun the next life, and this is one's own key of the life before. */
  over: (pad: string, own: string) => call<Over | Waits>("POST", `/pads/${pad}/key`, own, {}),
  /** What has become of a knock. */
  knock: (pad: string, knock: string, look: Appears) =>
    call<Joined | Waits>("POST", `/pads/${pad}/knock`, undefined, { knock, ...look }),
  /** The page goes away, and asks on where it was only loaded again. */
  goAway: (pad: string, knock: string) =>
    call<unknown>("POST", `/pads/${pad}/knock`, undefined, { knock, away: true }, true),
  /** One waits no longer. */
  leaveDoor: (pad: string, knock: string) =>
    call<unknown>("POST", `/pads/${pad}/knock`, undefined, { knock, leave: true }, true),
  pair: (pad: string, key: string, look: Appears) =>
    call<Pairing>("POST", `/pads/${pad}/devices`, key, look),
  paired: (code: string) => call<Paired>("POST", "/devices", undefined, { code }),
  create: (name: string, key: string, wish: PadWish = {}) =>
    call<NewPad>("POST", "/pads", key || undefined, { ...(name ? { name } : {}), ...wish }),
  /** A file of a pad, by its path. Throws an `ApiError`, of status 0 where the server does not answer. */
  file: async (path: string): Promise<Blob> => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), FILE_MS);
    const lost = () => {
      throw new ApiError(0, "");
    };
    const answer = await fetch(path, { cache: "no-store", signal: stop.signal })
      .catch(lost)
      .finally(() => clearTimeout(timer));
    if (!answer.ok) throw new ApiError(answer.status, "");
    return answer.blob().catch(lost);
  },
  info: () => call<ServerInfo>("GET", "/info"),
  /** Whether the server answers: a proxy before it, or a network's own page, does without it. */
  answers: () =>
    fetch("/api/v1/info", {
      method: "HEAD",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.timeout(ANSWERS_MS),
    }).then(
      ({ ok }) => ok,
      () => false,
    ),
  /** 404 where this server does not look around. */
  neighbours: () => call<Neighbour[]>("GET", "/neighbours"),
};
