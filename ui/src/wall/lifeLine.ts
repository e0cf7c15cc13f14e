/** The sentence on the wall about the pad's life. Pure: time comes in as an argument. */
import { chipOf, secondsLeft, type Chip } from "../life/life";
import { causeOf } from "../live/connection";
import { w } from "../strings/wall";
import type { WallView } from "./feed";

interface Shown extends Pick<WallView, "connection" | "life"> {
  now: number;
  /** The host's machine keeps a copy when the pad ends. */
  saves: boolean;
}

/** As the pad's own chip, in words for a whole room. */
export function lifeOnTheWall({ connection, life, now, saves }: Shown): Chip {
  const chip = chipOf({ connection: connection.is, life, now, phone: false });
  if (causeOf(connection) === "blocked")
    return { ...chip, text: w.blocked, spoken: w.blocked, tone: "ember" };
  if (connection.is !== "live" || life.countdown) return chip;
  const say = (text: string): Chip => ({ ...chip, text });
  if (life.state === "fading" && life.fades && life.endsAt !== null)
    return say(w.fading(secondsLeft(life.endsAt, now)));
  if (life.fades && life.endsAt === null) return say(w.alive(life.ttl_s, saves));
  return chip.tone === "life" ? say(`${chip.text}. ${w.stored(saves)}`) : chip;
}
