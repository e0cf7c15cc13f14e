/** What the chip says, and what "until" means. */
import { expect, test, vi } from "vitest";
import {
  chipOf,
  counted,
  endTime,
  hardEnd,
  heard,
  type ChipInput,
  type Life,
} from "../src/life/life";
import { isTomorrow, nextHour, secondsUntil } from "../src/life/clockTime";
import { t } from "../src/strings";
import { e } from "../src/strings/ended";
import { LIFE } from "./socket";

const now = 1_000_000;
const living: Life = {
  state: "alive",
  fades: true,
  ttl_s: 900,
  endsAt: null,
  hardEndsAt: null,
  startedAt: 0,
  countdown: null,
};
const chip = (life: Partial<Life>, more: Partial<ChipInput> = {}) =>
  chipOf({ connection: "live", life: { ...living, ...life }, now, phone: false, ...more });
const inSeconds = (s: number) => ({ endsAt: now + s * 1000, startedAt: now - s * 1000 });

test("while people are here the ring is full and the grace is named", () => {
  expect(chip({})).toMatchObject({
    text: "Lives while someone is here, then 15 min",
    tone: "life",
    left: 1,
  });
  expect(chip({}, { phone: true }).text).toBe("Lives while someone is here");
});

test("a time that was set is told as it is, never as more", () => {
  const told = [30, 60, 90, 119, 200, 900, 3600, 5400, 7199, 28_800];
  expect(
    told.map((ttl_s) => chip({ ttl_s }).text.replace("Lives while someone is here, then ", "")),
  ).toEqual([
    "30 s",
    "1 min",
    "90 s",
    "119 s",
    "3 min 20 s",
    "15 min",
    "1 h",
    "1 h 30 min",
    "1 h 59 min",
    "8 h",
  ]);
  expect(told.map((s) => t.long(s))).toEqual([
    "30 seconds",
    "1 minute",
    "90 seconds",
    "119 seconds",
    "3 minutes 20 seconds",
    "15 minutes",
    "1 hour",
    "1 hour 30 minutes",
    "1 hour 59 minutes",
    "8 hours",
  ]);
  expect([90, 900, 5400].map((ttl) => e.faded("18:00", ttl))).toEqual([
    "Ended at 18:00, 90 seconds after the last person left.",
    "Ended at 18:00, fifteen minutes after the last person left.",
    "Ended at 18:00, 1 hour 30 minutes after the last person left.",
  ]);
  expect([59, 119, 3600, 5400, 14_399].map((s) => t.longLeft(s))).toEqual([
    "59 seconds",
    "1 minute",
    "1 hour",
    "1 hour 30 minutes",
    "3 hours",
  ]);
  expect([59, 119, 3600, 5400, 14_399].map((s) => t.shortLeft(s))).toEqual([
    "59 s",
    "1 min",
    "1 h",
    "90 min",
    "3 h",
  ]);
});

test("a pad that is kept says so, also on a phone", () => {
  expect(chip({ fades: false }, { phone: true })).toMatchObject({
    text: "Kept until the host says",
    tone: "life",
    left: 1,
  });
});

test("a far end is a time of day, and midnight is the next day's 00:00", () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 24, 17, 30) });
  expect(chip({ fades: false, ...inSeconds(7200) })).toMatchObject({
    text: "Lives until 19:30",
    tone: "life",
    left: 0.5,
  });
  vi.setSystemTime(new Date(2026, 10, 24, 22, 8));
  expect(chip({ fades: false, ...inSeconds(7200) }).text).toBe("Lives until 00:08 tomorrow");
  vi.useRealTimers();
});

test("the last minutes are counted in ember, the last minute in seconds, and spoken by the minute", () => {
  expect(chip(inSeconds(480))).toMatchObject({
    text: "Ends in 8 min",
    spoken: "Ends in 8 min",
    tone: "ember",
    left: 0.8,
  });
  expect(chip(inSeconds(479)), "never more than there is").toMatchObject({
    text: "Ends in 7 min",
    spoken: "Ends in 7 min",
  });
  expect(chip(inSeconds(119)).text).toBe("Ends in 1 min");
  expect(chip(inSeconds(40))).toMatchObject({
    text: "Ends in 40 s",
    spoken: "Ends in less than a minute",
  });
  expect(chip(inSeconds(-3))).toMatchObject({ text: "Ends in 0 s" });
});

test("a countdown of the host's goes before every other end", () => {
  const { countdown } = counted(living, { in_s: 9, total_s: 10, why: "host" }, now);
  expect(chip({ fades: false, ...inSeconds(7200), countdown })).toMatchObject({
    text: "Ends in 9 s",
    tone: "ember",
    left: 0.9,
  });
});

test("the last call is heard as it stands, and an answer does not set its seconds back", () => {
  const told = {
    in_s: 52,
    total_s: 60,
    why: "host" as const,
    by: "Anna",
    answered: 3,
    of: 12,
    more: 2,
    stay: true,
  };
  const first = counted(living, told, now);
  expect(first.countdown).toEqual({
    at: now + 52_000,
    from: now - 8000,
    why: "host",
    by: "Anna",
    answered: 3,
    of: 12,
    more: 2,
    mayStay: true,
    excused: [],
  });
  const answer = counted(first, { ...told, answered: 4 }, now + 300);
  expect(answer.countdown).toMatchObject({ at: now + 52_000, answered: 4 });
  expect(
    counted(first, { ...told, in_s: 112, total_s: 120, more: 1 }, now).countdown,
  ).toMatchObject({ at: now + 112_000, more: 1 });
  const excused = ["0a".repeat(16)];
  expect(counted(first, { ...told, excused }, now).countdown).toMatchObject({ excused });
  expect(counted(first, { in_s: null, why: "host" }, now).countdown).toBeNull();
});

test("how many have answered is said rightly to who is asked and to who ends it, of nobody, one, and many", () => {
  const says = t.call.answered;
  expect(says(0, 0, false)).toBe("Nobody else is asked. It ends in a moment.");
  expect(says(0, 1, true)).toBe("When you have answered, it ends soon after.");
  expect(says(1, 1, true)).toBe("You have answered. It ends in a moment.");
  expect(says(0, 1, false)).toBe("When the one who is asked has answered, it ends soon after.");
  expect(says(1, 1, false)).toBe("The one who is asked has answered. It ends in a moment.");
  for (const asked of [true, false]) {
    expect(says(0, 2, asked)).toBe("0 of 2 have answered. When all have, it ends soon after.");
    expect(says(1, 2, asked)).toBe("1 of 2 has answered. When all have, it ends soon after.");
    expect(says(2, 12, asked)).toBe("2 of 12 have answered. When all have, it ends soon after.");
    expect(says(12, 12, asked)).toBe("All have answered. It ends in a moment.");
  }
});

test("fading is told as fading", () => {
  expect(chip({ state: "fading", ...inSeconds(450) })).toMatchObject({
    text: "Fades in 7 min",
    tone: "ember",
    left: 0.5,
  });
});

test("a connection that is not live is told before anything else", () => {
  expect(chip({}, { connection: "lost" }).text).toBe("Reconnecting…");
  expect(chip({}, { connection: "ended" })).toMatchObject({ text: "Ended", tone: "gone", left: 0 });
});

test("until a time is so many seconds, today or else tomorrow, and never a moment too early", () => {
  const at = new Date(2026, 10, 24, 17, 30, 0, 500);
  expect(secondsUntil("18:00", at)).toBe(1800);
  expect(secondsUntil("17:30", at)).toBe(24 * 3600);
  expect(isTomorrow(secondsUntil("17:00", at) ?? 0, at)).toBe(true);
  expect(isTomorrow(1800, at)).toBe(false);
  for (const bad of ["", "24:00", "7:5", "18:60"]) expect(secondsUntil(bad, at)).toBeNull();
});

test("the field offers a full hour that is worth a meeting", () => {
  expect(nextHour(new Date(2026, 10, 24, 17, 10))).toBe("18:00");
  expect(nextHour(new Date(2026, 10, 24, 17, 40))).toBe("19:00");
  expect(nextHour(new Date(2026, 10, 24, 23, 45))).toBe("01:00");
});

test("an end on another day names the day", () => {
  const at = new Date();
  const inDays = (days: number) =>
    endTime(
      now +
        (new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, 12).getTime() - Date.now()),
      now,
    );
  expect(inDays(0)).toBe("12:00");
  expect(inDays(1)).toBe("12:00 tomorrow");
  expect(inDays(2)).toMatch(/^12:00 on [A-Z][a-z]+ \d+ [A-Z][a-z]+$/);
});

test("what the server tells of a life is counted from its receipt, and one end keeps its ring", () => {
  const told = { ...LIFE, fades: false, ttl_s: 60, ends_in_s: 100, hard_end_s: 3600 };
  const first = heard(living, told, now);
  expect(first).toMatchObject({
    fades: false,
    ttl_s: 60,
    endsAt: now + 100_000,
    hardEndsAt: now + 3_600_000,
    startedAt: now,
  });
  expect(heard(first, { ...told, ends_in_s: 60 }, now + 40_500).startedAt).toBe(now);
  expect(heard(first, { ...told, ends_in_s: 500 }, now + 40_500).startedAt).toBe(now + 40_500);
  expect(hardEnd(living, now)).toBeNull();
});
