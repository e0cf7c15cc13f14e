/** One of several ways, of which one is chosen. */
import type { ReactNode } from "react";

interface OptionProps {
  group: string;
  sign: ReactNode;
  name: string;
  hint: string;
  chosen: boolean;
  onChoose: () => void;
}

export const Option = ({ group, sign, name, hint, chosen, onChoose }: OptionProps) => (
  <label className={chosen ? "option option-on" : "option"}>
    <input
      type="radio"
      className="unseen"
      name={group}
      data-autofocus={chosen || undefined}
      checked={chosen}
      onChange={onChoose}
    />
    {sign}
    <span className="option-words">
      <b>{name}</b>
      <small>{hint}</small>
    </span>
    <span className="radio" aria-hidden="true" />
  </label>
);
