/** What the server says, as it says it: the types of the page hold it, and know nothing else. */
import { expect, test } from "vitest";
import answers from "../../tests/data/page/answers.json";
import fromPage from "../../tests/data/page/from_page.json";
import toPage from "../../tests/data/page/to_page.json";
import type {
  CallWhy,
  Door,
  Ending,
  Filler,
  Joined,
  Over,
  LastCall,
  LifeState,
  ListedPad,
  Neighbour,
  NewPad,
  PadInfo,
  Paired,
  Pairing,
  Reached,
  Refusal,
  Role,
  ServerInfo,
  WrittenBy,
  Waits,
  Why,
  Writing,
} from "../src/api";
import { decode, encode, TO_PAGE, type FromPage, type ToPage } from "../src/live/messages";
import {
  listOf as each,
  maybe,
  number,
  object,
  orNull,
  text,
  truth,
  word,
  type Check,
  type Fields,
} from "../src/live/shape";

test("every message of the server's is read, and nothing of it is unknown to the page", () => {
  const seen: Record<string, Set<string>> = {};
  for (const message of toPage) {
    expect(decode(JSON.stringify(message)), JSON.stringify(message)).toEqual(message);
    for (const field of Object.keys(message)) (seen[message.t] ??= new Set()).add(field);
  }
  const known = Object.entries(TO_PAGE).map(([t, fields]) => [
    t,
    ["t", ...Object.keys(fields)].sort(),
  ]);
  expect(Object.fromEntries(known)).toEqual(
    Object.fromEntries(Object.entries(seen).map(([t, fields]) => [t, [...fields].sort()])),
  );
});

test("what is no message of the server's is read as none", () => {
  const [welcome] = toPage as [ToPage];
  for (const bad of [
    null,
    [],
    {},
    7,
    { t: "dance" },
    { t: "toString" },
    { ...welcome, role: "owner" },
    { ...welcome, limits: null },
    { t: "guessing", wrong: "<b>" },
    { t: "persons", of: [] },
  ])
    expect(decode(JSON.stringify(bad))).toBeNull();
  expect(decode("{")).toBeNull();
});

/** An example of each, in the order of the file: a kind that is new here needs one there, and a server that reads it. */
const SAID: { [T in FromPage["t"]]: Extract<FromPage, { t: T }>[] } = {
  hello: [{ t: "hello", name: "Anna", color: "#2f6bd8" }],
  ping: [
    { t: "ping", n: 3 },
    { t: "ping", n: 3, client: 4_294_967_295 },
  ],
  end: [{ t: "end" }, { t: "end", in_s: 0 }],
  stay: [{ t: "stay" }],
  keep: [
    { t: "keep", ttl_s: 900 },
    { t: "keep", ends_in_s: 7200 },
    { t: "keep", always: true },
  ],
  answer: [{ t: "answer" }],
  more: [{ t: "more" }],
  writing: [{ t: "writing", who: "picked" }],
  role: [
    { t: "role", person: `${"0".repeat(31)}7`, role: "view" },
    { t: "role", person: `${"0".repeat(31)}7` },
  ],
  door: [{ t: "door", door: "closed" }],
  let_in: [{ t: "let_in", knock: `${"0".repeat(31)}8` }],
  not_now: [{ t: "not_now", knock: `${"0".repeat(31)}8` }],
  pin: [{ t: "pin", pin: "4711" }, { t: "pin" }],
  show_out: [
    { t: "show_out", person: `${"0".repeat(31)}7` },
    { t: "show_out", person: `${"0".repeat(31)}7`, address: true },
  ],
  new_links: [
    { t: "new_links", role: "edit" },
    { t: "new_links", role: "view" },
    { t: "new_links", role: "host" },
  ],
  pencil: [{ t: "pencil", person: `${"0".repeat(31)}7` }],
  hand: [
    { t: "hand", up: true },
    { t: "hand", up: false },
  ],
};

test("every message of the page is said as the server reads it", () => {
  const said = Object.values<FromPage[]>(SAID).flat();
  expect(said.map((message) => encode(message))).toEqual(
    fromPage.map((each) => JSON.stringify(each)),
  );
});

/** A check for each field of a type, those that may be missing among them. */
type ChecksOf<T> = { [K in keyof T]-?: Check<T[K]> };
const state = word<LifeState>("waiting", "alive", "fading", "ended");
const role = word<Role>("host", "edit", "view");
const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.length > 0 && value.every(check);

const somebody = { name: orNull(text), here: truth, shows: listOf(number) };
const joined: ChecksOf<Joined> = { pad: text, key: text, link_key: text, role, epoch: text };
const call: ChecksOf<LastCall> = {
  in_s: number,
  total_s: number,
  why: word<CallWhy>("host", "stop", "announced", "max_lifetime"),
  by: orNull(text),
  answered: number,
  of: number,
  more: number,
  stay: truth,
};
const lives = {
  pad: text,
  title: orNull(text),
  epoch: text,
  state,
  people: number,
  ttl_s: number,
  ends_in_s: orNull(number),
  fades: truth,
  writing: word<Writing>("everyone", "picked"),
  door: word<Door>("open", "knock", "closed"),
  pin: truth,
  text_on_walls: truth,
  hard_end_s: number,
  ending: maybe(orNull(object(call))),
};
const reached: ChecksOf<Reached> = {
  ip: maybe(text),
  interface: maybe(orNull(text)),
  device: text,
  ago_s: number,
};
const filler: ChecksOf<Filler> = {
  ...somebody,
  bytes: number,
  unseen_bytes: number,
  client_ids: number,
};
const writer: ChecksOf<WrittenBy> = {
  ...somebody,
  client: number,
  person: text,
  color: orNull(text),
};
const info: ChecksOf<PadInfo> = {
  ...lives,
  role,
  devices: number,
  bytes: number,
  next_epoch: maybe(text),
  readers: maybe(number),
  followers: maybe(listOf(object({ name: orNull(text), person: orNull(text) }))),
  last_call_s: number,
  saves: truth,
  template: maybe(text),
  code: maybe(text),
  join_url: maybe(text),
  edit_url: maybe(text),
  view_url: maybe(text),
  address: maybe(text),
  interface: maybe(orNull(text)),
  certificate: maybe(orNull(object({ sha256: text, self_signed: truth }))),
  reached: maybe(listOf(object(reached))),
  guessing: maybe(orNull(object({ wrong: number, ago_s: number }))),
  filled_by: maybe(listOf(object(filler))),
  max: maybe(object({ bytes: number, client_ids: number })),
  files: maybe(object({ count: number, bytes: number, max_bytes: number, max_file_bytes: number })),
  writers: maybe(listOf(object(writer))),
  hints: maybe(listOf(text)),
};
const listed: ChecksOf<ListedPad> = {
  ...lives,
  knocks: maybe(number),
  names: maybe(listOf(text)),
  colors: maybe(listOf(orNull(text))),
};
const ending: ChecksOf<Ending> = {
  ended_s_ago: maybe(number),
  epoch: maybe(text),
  moved_to: maybe(listOf(text)),
  why: maybe(word<Why>("faded", "host", "announced", "max_lifetime", "afresh", "handed_on")),
  ttl_s: maybe(number),
  role: maybe(role),
  stands: maybe(truth),
  bytes: maybe(number),
  people: maybe(number),
  people_told: maybe(number),
  copies_dropped: maybe(number),
  files_kept: maybe(number),
};
const paired: ChecksOf<Paired> = { ...joined, name: orNull(text), color: orNull(text) };
const pairing: ChecksOf<Pairing> = { url: text, expires_in_s: number };
const over: ChecksOf<Over> = { ...joined, seen: text };
const created: ChecksOf<NewPad> = { pad: text, epoch: text, host_key: text };
const server: ChecksOf<ServerInfo> = {
  version: text,
  create: word("host", "anyone"),
  saves: maybe(truth),
  templates: maybe(each(text)),
};
const neighbour: ChecksOf<Neighbour> = { name: text, host: text, url: text, state, people: number };

const refusal: ChecksOf<Refusal> = {
  reason: word("pin_needed", "pin_wrong", "door_closed", "new_links", "not_now"),
  digits: maybe(truth),
};

const waits: ChecksOf<Waits> = { pad: text, knock: text, host: orNull(text), ask_again_s: number };
/** No page of ours asks for it: it hears the same by its socket. */
const knocks = { of: number, who: listOf(object({ id: text })) };

/** What the page takes each answer for. */
const TAKEN_FOR: Record<keyof typeof answers, Fields> = {
  info: server,
  joined,
  pin_needed: refusal,
  pin_wrong: refusal,
  door_closed: refusal,
  waits,
  knocks,
  not_now: refusal,
  exchanged: joined,
  pairing,
  paired,
  created,
  begun_afresh: created,
  over,
  templated: info,
  host: info,
  editor: info,
  viewer: info,
  kept: listed,
  called: listed,
  pads: listed,
  receipt: ending,
  dropped: ending,
  ended: ending,
  moved: ending,
  revoked: refusal,
  neighbours: neighbour,
};

test.each(Object.entries(TAKEN_FOR))(
  "the answer %s is what the page takes it for",
  (name, fields) => {
    const answer: unknown = answers[name as keyof typeof answers];
    for (const each of [answer].flat()) {
      for (const [field, check] of Object.entries(fields)) {
        const value = (each as Record<string, unknown>)[field];
        expect(check(value), `${field}: ${JSON.stringify(value)}`).toBe(true);
      }
    }
  },
);

test("no field of an answer is known to the page alone", () => {
  const told = Object.entries(TAKEN_FOR).map(([name, fields]) => {
    const all = [answers[name as keyof typeof answers]].flat();
    return [fields, new Set(all.flatMap((each) => Object.keys(each)))] as const;
  });
  for (const fields of new Set(Object.values(TAKEN_FOR))) {
    const seen = told.filter(([of]) => of === fields).flatMap(([, names]) => [...names]);
    expect(Object.keys(fields).filter((field) => !seen.includes(field))).toEqual([]);
  }
});
