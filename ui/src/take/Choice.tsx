/** One way to keep the text, or not to: what it is, what comes of it, and whether it has been chosen. */
import { Icon, type IconName } from "../kit/Icon";

interface ChoiceProps {
  icon: IconName;
  title: string;
  hint: string;
  /** It has been chosen, and stays to be seen. */
  done?: boolean;
  /** The first one has the focus. */
  first?: boolean;
  /** It opens a further choice, which is open or not. */
  opens?: boolean;
  onClick: () => void;
}

export const Choice = ({ icon, title, hint, done = false, first, opens, onClick }: ChoiceProps) => (
  <button
    type="button"
    className={done ? "way way-done" : "way"}
    data-autofocus={first || undefined}
    aria-expanded={opens}
    onClick={onClick}
  >
    <Icon name={icon} />
    <span>
      <b>{title}</b>
      <small>{hint}</small>
    </span>
    {done && <Icon name="check" />}
  </button>
);
