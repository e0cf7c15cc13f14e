/** The line of the menu that lists all keys, where there may be any. */
import { useMedia } from "../../kit/device";
import { MenuItem } from "../../kit/Menu";
import { y } from "../../strings/keys";
import { useSheets } from "../context";

export function KeysItem() {
  const { open } = useSheets();
  const hovers = useMedia("(any-hover: hover)"); // where there is a mouse there is a keyboard
  return hovers ? (
    <MenuItem icon="keys" onClick={() => open("keys")}>
      {y.title}
    </MenuItem>
  ) : null;
}
