/** The button of the menu; its lines come after the page. */
import { useLazy } from "../kit/lazy";
import { Menu } from "../kit/Menu";
import { t } from "../strings";

const load = () => import("./MoreLines");

export function MoreMenu() {
  const come = useLazy(load);
  return (
    <Menu label={t.pad.more} icon="more">
      {come && <come.MoreLines />}
    </Menu>
  );
}
