/** What a host can do for all, at the foot of the list of people: a button with what it does, and a second question. */
import type { ReactNode } from "react";
import { Icon, type IconName } from "../kit/Icon";

interface FootProps {
  icon: IconName;
  open: string;
  /** What it does, or has done. */
  what: string;
  /** It is told when it changes. */
  told?: boolean;
  onOpen: () => void;
}

export const Foot = ({ icon, open, what, told = false, onOpen }: FootProps) => (
  <div className="people-foot">
    <button type="button" className="button button-small" onClick={onOpen}>
      <Icon name={icon} />
      {open}
    </button>
    <span className="quiet" role={told ? "status" : undefined}>
      {what}
    </span>
  </div>
);

interface SureProps {
  title: string;
  /** What becomes of whom, or why it can't be done now. */
  what: string;
  keep: string;
  act: string;
  /** It is being done. */
  busy?: boolean;
  /** It can be done now. */
  may: boolean;
  onKeep: () => void;
  onAct: () => void;
  /** What is chosen beside it. */
  children?: ReactNode;
}

/** The second question. */
export const Sure = (props: SureProps) => {
  const { title, what, keep, act, busy = false, may, onKeep, onAct, children } = props;
  return (
    <div className="people-foot people-sure" role="group" aria-label={title}>
      {children}
      <span className="quiet" role="status">
        {what}
      </span>
      <span className="people-acts">
        <button
          type="button"
          className="button"
          autoFocus // the button that was pressed is gone
          disabled={busy}
          onClick={onKeep}
        >
          {keep}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={!may || busy}
          onClick={onAct}
        >
          {act}
        </button>
      </span>
    </div>
  );
};
