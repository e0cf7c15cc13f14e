/** Whose menu is open: known to the handle beside a block, which BlockNote renders without properties. */
import { createContext } from "react";

export interface Handle {
  /** The block whose menu is open. */
  id: string | null;
  toggle: (id: string, anchor: DOMRect) => void;
}

export const HandleContext = createContext<Handle>({ id: null, toggle: () => {} });
