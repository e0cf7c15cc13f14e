/** The chip with the ring: how long the pad lives, always in sight; tapped, it opens the lifetime sheet. */
import { useNow, usePhone } from "../kit/device";
import { Ring } from "../kit/Ring";
import { chipOf, type ChipInput } from "./life";

/** The ring moves once a second at most. */
const TICK_MS = 1000;

/** `bare`: the ring alone, where a keyboard leaves no room for its words. */
export function LifeChip({
  connection,
  life,
  bare = false,
  onOpen,
}: Pick<ChipInput, "connection" | "life"> & { bare?: boolean; onOpen: () => void }) {
  const now = useNow(TICK_MS);
  const phone = usePhone();
  const chip = chipOf({ connection, life, now, phone });
  return (
    <>
      <button
        type="button"
        className={`chip chip-${chip.tone}${bare ? " chip-bare" : ""}`}
        title={chip.text}
        data-connection={connection}
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <Ring left={chip.left} tone={chip.tone} />
        <span className={bare ? "unseen" : "cut"}>{chip.text}</span>
      </button>
      {/* spoken only when the words change, at most once a minute */}
      <span className="unseen" role="status" aria-live="polite">
        {chip.spoken}
      </span>
    </>
  );
}
