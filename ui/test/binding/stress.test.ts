/** People who do anything to a few lines, faster than hands do, lose no word and find none twice. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Chance, rounds } from "./random";
import { actsOf, played, WITHOUT_UNDO } from "./stress";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** Pages of a room hear of each other within so much time (ms). */
const LATENCY_MS = 20;

test(
  "three who act twice a second on four short lines lose no letter, and find none twice",
  () => {
    // always the same sessions: of 150 from here one doubles letters, and of others as few
    const seed = Number(process.env.SEED ?? 7000);
    for (let round = seed; round < seed + rounds(20); round++) {
      const acts = actsOf(new Chance(round), { people: 3, ms: 8000, pace: 2, often: WITHOUT_UNDO });
      const { lost, doubled, isCalm, lines } = played(acts, round, LATENCY_MS);
      const told = `seed ${round}: ${lines.join("|")}`;
      expect(lost, `lost, ${told}`).toEqual([]);
      expect(isCalm, told).toBe(true);
      expect(doubled, `twice, ${told}`).toEqual([]);
    }
  },
  6 * 3_600_000,
);
