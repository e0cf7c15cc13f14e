/** Polish: going along with somebody's caret. */
import type { Said } from "..";
import type { follow as english } from "../en/follow";

export const follow: Said<typeof english> = {
  follow: (name) => `Podążaj: ${name}`,
  following: ["Podążasz: ", "."],
  stop: "Przestań",
};
