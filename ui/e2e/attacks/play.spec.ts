/** Random play: a short one each time, a long one by `npm run attacks -- --seed N --minutes M`. */
import { seedOf } from "../../test/binding/random";
import { test } from "../fixture";
import { play } from "./play";

/** Minutes of the usual run. */
const SHORT = 0.3;
/** A pad that is begun is played to its end: in a usual run, and where a long one shares its machine. */
const LAST_MS = 150_000;
const LAST_OF_LONG_MS = 900_000;

test("whatever is thrown at a pad, who writes there loses nothing", async ({ server, people }) => {
  const ms = Number(process.env.MINUTES ?? SHORT) * 60_000;
  test.setTimeout(ms + (process.env.MINUTES ? LAST_OF_LONG_MS : LAST_MS));
  const { pads, turns, strikes } = await play({ server, people, seed: seedOf("attacks"), ms });
  console.info(`attacks: ${strikes} strikes in ${turns} turns of ${pads} pads`);
});
