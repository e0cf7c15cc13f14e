/** In somebody's line of the list of people: to their caret, and along with it. */
import { Icon } from "../../kit/Icon";
import type { Person } from "../../people/presence";
import { t } from "../../strings";
import { f } from "../../strings/follow";
import { useCompact } from "../../kit/device";
import { useSheets } from "../context";
import { follow, useFollowed } from "./state";

export function FollowButton({ person: { id, me, name } }: { person: Person }) {
  const followed = useFollowed() === id;
  const { close } = useSheets();
  const covers = useCompact(); // there the list lies over the text
  if (me) return null;
  const label = f.follow(name || t.people.nameless);
  return (
    <button
      type="button"
      className="button button-icon people-menu"
      aria-label={label}
      title={label}
      aria-pressed={followed}
      onClick={() => {
        follow(followed ? null : id);
        if (covers && !followed) close();
      }}
    >
      <Icon name="eye" />
    </button>
  );
}
