/** Hindi: going along with somebody's caret. */
import type { Said } from "..";
import type { follow as english } from "../en/follow";

export const follow: Said<typeof english> = {
  follow: (name) => `${name} के साथ चलें`,
  following: ["आप ", " के साथ चल रहे हैं।"],
  stop: "साथ न चलें",
};
