/** The sentence on the wall about the pad's life. Pure: time comes in as an argument. */
import { chipOf, secondsLeft, type Chip, type ChipInput } from "../life/life";
import { w } from "../strings/wall";

/** As the pad's own chip, in words for a whole room. */
export function lifeOnTheWall({
  connection,
  blocked,
  life,
  now,
}: Omit<ChipInput, "phone"> & { blocked: boolean }): Chip {
  const chip = chipOf({ connection, life, now, phone: false });
  if (blocked) return { ...chip, text: w.blocked, spoken: w.blocked, tone: "ember" };
  if (connection !== "live" || life.countdown) return chip;
  const say = (text: string): Chip => ({ ...chip, text });
  if (life.state === "fading" && life.fades && life.endsAt !== null)
    return say(w.fading(secondsLeft(life.endsAt, now)));
  if (life.fades && life.endsAt === null) return say(w.alive(life.ttl_s));
  return chip.tone === "life" ? say(`${chip.text}. ${w.stored}`) : chip;
}
