/** Spanish: going along with somebody's caret. */
import type { Said } from "..";
import type { follow as english } from "../en/follow";

export const follow: Said<typeof english> = {
  follow: (name) => `Seguir a ${name}`,
  following: ["Sigues a ", "."],
  stop: "Dejar de seguir",
};
