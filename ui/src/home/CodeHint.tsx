/** What is said below a code: where one has to wait, for how long, counted down until one need not. */
import { useNow } from "../kit/device";
import { t } from "../strings";
import type { Said } from "./useCode";

const TICK_MS = 1000;

interface CodeHintProps {
  id: string;
  wrong: boolean;
  said: Said;
  /** Said where nothing else is. */
  otherwise?: string;
}

const classOf = (wrong: boolean) => (wrong ? "hint hint-problem" : "hint");

export function CodeHint({ id, wrong, said, otherwise = "" }: CodeHintProps) {
  const { says, until } = said;
  if (until !== null) return <Waiting key={until} id={id} says={says} until={until} />;
  return (
    <p id={id} className={classOf(wrong)} role="status">
      {says(null) || otherwise}
    </p>
  );
}

function Waiting({ id, says, until }: { id: string; says: Said["says"]; until: number }) {
  const now = useNow(TICK_MS);
  const left = Math.ceil((until - now) / 1000);
  const over = left <= 0;
  return (
    <p id={id} className={classOf(!over)}>
      <span aria-hidden="true">{over ? t.start.tryNow : says(left)}</span>
      {/* spoken when it begins and when it is over, and not at each second */}
      <span className="unseen" role="status">
        {over ? t.start.tryNow : says(null)}
      </span>
    </p>
  );
}
