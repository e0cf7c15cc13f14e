/** The wall's own parts: who came, what the Wi-Fi code says, which sentence. */
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import { Crowd } from "../src/wall/crowd";
import { wifiText } from "../src/wall/wifi";
import { lifeOnTheWall } from "../src/wall/words";
import { counted, heard, unheard, type Life } from "../src/life/life";

/** A presence message of these clients. */
function say(...entries: [client: number, clock: number, name: string | null][]): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, entries.length);
  for (const [client, clock, name] of entries) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, clock);
    encoding.writeVarString(to, JSON.stringify(name && { user: { id: `person-${name}`, name, color: "#112233" } }));
  }
  return encoding.toUint8Array(to);
}

const names = (crowd: Crowd) => crowd.people.map(({ name }) => name);

describe("who is here", () => {
  test("stands in the order of coming and is told as new once, with one tab or two", () => {
    const crowd = new Crowd();
    expect(crowd.take(say([9, 1, "Ann"])).map(({ name }) => name)).toEqual(["Ann"]);
    expect(crowd.take(say([4, 1, "Bob"])).map(({ name }) => name)).toEqual(["Bob"]);
    expect(crowd.take(say([2, 1, "Ann"]))).toEqual([]);
    expect(names(crowd)).toEqual(["Ann", "Bob"]);
  });

  test("is gone when told so with the clock of before, and new when coming back", () => {
    const crowd = new Crowd();
    crowd.take(say([9, 3, "Ann"], [4, 1, "Bob"]));
    crowd.take(say([9, 2, null]));
    expect(names(crowd)).toContain("Ann");
    crowd.take(say([9, 3, null]));
    expect(names(crowd)).toEqual(["Bob"]);
    expect(crowd.take(say([9, 4, "Ann"]))).toHaveLength(1);
    expect(names(crowd)).toEqual(["Bob", "Ann"]);
  });

  test("is nobody new after a lost connection", () => {
    const crowd = new Crowd();
    crowd.take(say([9, 3, "Ann"]));
    crowd.begin();
    expect(names(crowd)).toEqual([]);
    expect(crowd.take(say([7, 1, "Ann"]))).toEqual([]);
    expect(names(crowd)).toEqual(["Ann"]);
  });

  test("is never read from something that is no presence message", () => {
    for (const bad of [[1], [1, 5, 1, 9], [200, 1]]) expect(() => new Crowd().take(Uint8Array.from(bad))).toThrow();
  });
});

test("names and passwords with signs of the format's own are escaped", () => {
  expect(wifiText({ name: 'a;b,c:"d"\\', password: "p;w" })).toBe('WIFI:T:WPA;S:a\\;b\\,c\\:\\"d\\"\\\\;P:p\\;w;;');
  expect(wifiText({ name: "open", password: "" })).toBe("WIFI:T:nopass;S:open;;");
});

const sentence = (life: Life, connection: "live" | "lost" = "live") => lifeOnTheWall({ connection, blocked: false, life, now: 0 }).text;

test("the sentence says how the pad lives, fades and is ended", () => {
  const life = unheard(900, 0);
  expect(sentence(life)).toBe("Lives while someone is here, then 15 minutes. Nothing\u00a0is\u00a0stored.");
  expect(sentence(life, "lost")).toBe("Reconnecting…");
  const fading = heard(life, { t: "life", state: "fading", ends_in_s: 780, ttl_s: 900, fades: true }, 0);
  expect(sentence(fading)).toBe("Nobody is here. This pad fades in 13 min.");
  expect(sentence(heard(fading, { t: "life", state: "alive", ends_in_s: null, ttl_s: 900, fades: false }, 0))).toBe("Kept until the host says. Nothing\u00a0is\u00a0stored.");
  expect(sentence(counted(life, { in_s: 9 }, 0))).toBe("Ends in 9 s");
  expect(counted(counted(life, { in_s: 9 }, 0), { in_s: null }, 0).countdown).toBeNull();
});
