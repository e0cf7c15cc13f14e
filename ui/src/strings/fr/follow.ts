/** French: going along with somebody's caret. */
import type { Said } from "..";
import type { follow as english } from "../en/follow";

export const follow: Said<typeof english> = {
  follow: (name) => `Suivre ${name}`,
  following: ["Vous suivez ", "."],
  stop: "Ne plus suivre",
};
