/** What the chip says. */
import { expect, test } from "vitest";
import { chipOf, type ChipInput } from "../src/life/life";

const now = 1_000_000;
const alive: ChipInput = { connection: "live", fading: false, ttl_s: 900, endsAt: null, startedAt: 0, now, phone: false };
const inSeconds = (s: number) => ({ endsAt: now + s * 1000, startedAt: now - s * 1000 });

test("while people are here the ring is full and the grace is named", () => {
  expect(chipOf(alive)).toEqual({ text: "Lives while someone is here, then 15 min", tone: "life", left: 1 });
  expect(chipOf({ ...alive, phone: true }).text).toBe("Lives while you are here");
});

test("a far end is a time of day", () => {
  expect(chipOf({ ...alive, ...inSeconds(7200) })).toMatchObject({ text: expect.stringMatching(/^Lives until \d\d:\d\d$/), tone: "life", left: 0.5 });
});

test("the last minutes are counted in ember, the last minute in seconds", () => {
  expect(chipOf({ ...alive, ...inSeconds(480) })).toMatchObject({ text: "Ends in 8 min", tone: "ember", left: 0.8 });
  expect(chipOf({ ...alive, ...inSeconds(40) }).text).toBe("Ends in 40 s");
  expect(chipOf({ ...alive, ...inSeconds(-3) })).toMatchObject({ text: "Ends in 0 s" });
});

test("fading is told as fading", () => {
  expect(chipOf({ ...alive, fading: true, ...inSeconds(450) })).toMatchObject({ text: "Fades in 8 min", tone: "ember", left: 0.5 });
});

test("a connection that is not live is told before anything else", () => {
  expect(chipOf({ ...alive, connection: "lost" }).text).toBe("Reconnecting…");
  expect(chipOf({ ...alive, connection: "ended" })).toEqual({ text: "Ended", tone: "gone", left: 0 });
});
