/**
 * What a host's switches do to whom, in real browsers: everyone in a pad by a page, and whoever comes later, against
 * docs/switches.md. Each types on while the switch is made: nothing that was taken before is lost, nothing after is taken.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, linesOf, live, test, text, type MadePad, type People } from "./fixture";

/** In the order of the table's words; links are used as they are by who comes later. */
const LINKS = { "link to write": "edit_key", "link to read": "view_key" } as const;
const PEOPLE = {
  Ann: "edit_key",
  writer: "edit_key",
  reader: "view_key",
  "this host": "host_key",
  "other host": "host_key",
} as const;
type Person = keyof typeof PEOPLE;
const ALL = Object.keys(PEOPLE) as Person[];
const WRITERS = ALL.filter((who) => PEOPLE[who] !== "view_key");

type May = "writes" | "reads" | "out";
interface Row {
  switched: string;
  who: string[];
  here: May;
  later: May;
}

const ROWS: readonly Row[] = readFileSync(
  new URL("../../docs/switches.md", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| switch"))
  .map((line) => {
    const [switched = "", who = "", here = "", later = ""] = line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    const now = here.split(",")[0]; // what follows is of who reads by `tail`
    return { switched, who: who.split(", "), here: now as May, later: later as May };
  });

/** The first row that speaks of them. */
function may(switched: string, who: string): Row {
  const speaks = ({ switched: of, who: whom }: Row) =>
    of === switched && (whom.includes(who) || whom.includes("*"));
  const row = ROWS.find(speaks);
  if (!row) throw new Error(`docs/switches.md says nothing of ${who}: ${switched}`);
  return row;
}

/** A call of REST by this host's own key: path below the pad, and body. */
type Call = (method: string, path: string, body?: object) => Promise<void>;
type Switch = (call: Call, ann: string) => Promise<void>;

const picked: Switch = (call) => call("PATCH", "", { writing: "picked" });
const ofAnn =
  (method: string, body?: object): Switch =>
  (call, ann) =>
    call(method, `/people/${ann}`, body);
const after =
  (...all: Switch[]): Switch =>
  async (call, ann) => {
    for (const each of all) await each(call, ann);
  };
const made =
  (role: string): Switch =>
  (call) =>
    call("POST", "/links", { role });
const set =
  (body: object): Switch =>
  (call) =>
    call("PATCH", "", body);

const AGAIN = "everyone writes again";
const SWITCHES: Record<string, Switch> = {
  "only whom hosts pick write": picked,
  [AGAIN]: after(picked, set({ writing: "everyone" })),
  "Ann reads": ofAnn("PATCH", { role: "view" }),
  "Ann has the pencil": ofAnn("PATCH", { pencil: true }),
  "Ann hosts, the others read": after(ofAnn("PATCH", { role: "host" }), picked),
  "Ann is shown out": ofAnn("DELETE"),
  "Ann is shown out, and who comes from there": ofAnn("DELETE", { address: true }),
  "Ann is let in again": after(ofAnn("DELETE"), ofAnn("PATCH", { role: null })),
  "new links to write": made("edit"),
  "new links to read": made("view"),
  "new links to host": made("host"),
  "the door is closed": set({ door: "closed" }),
  "one knocks at the door": set({ door: "knock" }),
  "a PIN is asked for": set({ pin: "4711" }),
};
const AFRESH = "afresh";
const STANDING = "it ends, and the standing code is scanned";

test("every switch of the table is made here", () => {
  const told = new Set(ROWS.map(({ switched }) => switched));
  expect([...Object.keys(SWITCHES), AFRESH, STANDING].sort()).toEqual([...told].sort());
});

const editable = (page: Page) => page.locator('.bn-editor[contenteditable="true"]');

/** Waits until a page shows that its person may do this much, and no more. */
async function shows(page: Page, what: May, who: string): Promise<void> {
  if (what !== "out") await live(page);
  else await expect(page.getByRole("heading").first(), who).toBeVisible();
  await expect(text(page), `${who}: ${what}`).toHaveCount(what === "out" ? 0 : 1);
  await expect(editable(page), `${who}: ${what}`).toHaveCount(what === "writes" ? 1 : 0);
}

type Pages = Record<Person, Page>;

async function each<T>(of: readonly Person[], act: (who: Person) => Promise<T>): Promise<T[]> {
  return Promise.all(of.map(act));
}

/** Everyone is in it, and who may has written behind their name, with the caret there. */
async function everyone(people: People, pad: MadePad): Promise<Pages> {
  const open = async (who: Person) => [
    who,
    await people.open({ name: who }, pad, pad[PEOPLE[who]]),
  ];
  const pages = Object.fromEntries(await each(ALL, open)) as Pages;
  await text(pages["this host"]).click();
  await pages["this host"].keyboard.type(WRITERS.map((who) => `${who}:`).join("\n"));
  await each(WRITERS, (who) => says(pages[who], who, "one"));
  await reads(pages, ALL, () => "one");
  return pages;
}

/** Somebody types at the end of their own line. */
async function says(page: Page, who: Person, word: string): Promise<void> {
  await text(page)
    .locator(".bn-inline-content", { hasText: `${who}:` })
    .first()
    .click();
  await page.keyboard.press("End");
  await page.keyboard.type(word);
}

/** Waits until these pages show this behind each name, and nothing else. */
async function reads(pages: Pages, of: readonly Person[], word: (who: Person) => string) {
  const lines = WRITERS.map((who) => `${who}:${word(who)}`);
  for (const who of of)
    await expect.poll(() => linesOf(pages[who]), { message: `as ${who} reads it` }).toEqual(lines);
}

/** What this host does by REST, by their own key. */
async function callOf(page: Page, pad: MadePad): Promise<{ call: Call; ann: string }> {
  const kept = await page.evaluate(() => localStorage.getItem("fadepad.keys") ?? "[]");
  const [{ key }] = JSON.parse(kept) as [{ key: string }];
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${pad.origin}/api/v1/pads/${pad.pad}${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}` },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  const people = (await (await ask("GET", "/people")).json()) as { person: string; name: string }[];
  const call: Call = async (...how) => {
    const answer = await ask(...how);
    expect(answer.ok, await answer.text()).toBe(true);
  };
  return { call, ann: people.find(({ name }) => name === "Ann")?.person ?? "" };
}

/** Who comes by the pad's links from now on. */
async function links(people: People, pad: MadePad, switched: string): Promise<void> {
  for (const [who, key] of Object.entries(LINKS)) {
    const page = await people.come({ name: who });
    await page.goto(`${pad.origin}/p/${pad.pad}#${pad[key]}`);
    await shows(page, may(switched, who).later, who);
    await page.close();
  }
}

for (const [switched, make] of Object.entries(SWITCHES))
  test(`${switched}: who writes on, who reads and who is out, and who comes later`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const pages = await everyone(people, pad);
    const { call, ann } = await callOf(pages["this host"], pad);
    await make(call, ann);
    const told = async () => {
      for (const who of ALL) await shows(pages[who], may(switched, who).here, who);
    };
    // Where one may not write for a moment, a key of that moment is lost by right.
    if (switched === AGAIN) await told();
    // At once, also where a page has not heard of it yet. No space: it would press a button.
    await each(ALL, (who) => pages[who].keyboard.type("+two"));
    await told();
    const writes = (who: Person) => may(switched, who).here === "writes";
    const stays = ALL.filter((who) => may(switched, who).here !== "out");
    const word = (who: Person) => (writes(who) ? "one+two" : "one");
    await reads(pages, stays, word);

    await links(people, pad, switched);
    const others = ALL.filter((who) => may(switched, who).later !== may(switched, who).here);
    for (const who of others) {
      await pages[who].reload();
      await shows(pages[who], may(switched, who).later, who);
    }
    const again = others.filter((who) => may(switched, who).later === "writes");
    await each(again, (who) => says(pages[who], who, "+three"));
    await reads(pages, [...stays, ...again], (who) =>
      again.includes(who) ? `${word(who)}+three` : word(who),
    );
  });

test(`${AFRESH}: everyone goes along as who they are, with all that was written`, async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const pages = await everyone(people, pad);
  const host = pages["this host"];
  await host.locator(".avatars").click();
  await host.getByRole("button", { name: "Start afresh…" }).click();
  await host
    .getByRole("group", { name: "Start afresh" })
    .getByRole("button", { name: "Start afresh" })
    .click();
  for (const who of ALL) {
    await expect
      .poll(() => pages[who].evaluate(() => location.hash))
      .not.toBe(`#${pad[PEOPLE[who]]}`);
    await shows(pages[who], may(AFRESH, who).later, who);
  }
  await each(WRITERS, (who) => says(pages[who], who, "+two"));
  await reads(pages, ALL, () => "one+two");
  await links(people, pad, AFRESH);
});

test(`${STANDING}: hosts go over into the empty pad, and nobody else by what they had`, async ({
  serve,
  people,
}) => {
  const { pad } = await serve("--standing");
  const pages = await everyone(people, pad);
  const { call } = await callOf(pages["this host"], pad);
  await call("DELETE", "", { in_s: 0 });
  await each(ALL, (who) => expect(text(pages[who])).toHaveCount(0));
  const scanner = await people.come({ name: "scanner" });
  await scanner.goto(`${pad.origin}/j/${pad.code}`);
  await live(scanner);
  for (const who of ALL) {
    const { later } = may(STANDING, who);
    if (later === "out") await pages[who].reload();
    await shows(pages[who], later, who);
  }
  await links(people, pad, STANDING);
  await text(scanner).click();
  await scanner.keyboard.type("anew");
  for (const who of ["this host", "other host"] as const)
    await expect.poll(() => linesOf(pages[who])).toEqual(["anew"]);
});
