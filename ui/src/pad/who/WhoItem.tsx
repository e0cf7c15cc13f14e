/** The line of the menu that shows and hides who wrote what. */
import { MenuItem } from "../../kit/Menu";
import { w } from "../../strings/who";
import { show, useShown } from "./state";

export function WhoItem() {
  const shown = useShown();
  return (
    <MenuItem icon="pen" onClick={() => show(!shown)}>
      {shown ? w.hide : w.show}
    </MenuItem>
  );
}
