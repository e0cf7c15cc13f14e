/** The chip with the ring; tapped, it explains where the text lives, how long, and whether all has arrived. */
import { useState } from "react";
import { useNow, usePhone } from "../kit/device";
import { Ring } from "../kit/Ring";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { chipOf, endTime, type ChipInput } from "./life";

/** The ring moves once a second at most. */
const TICK_MS = 1000;

interface LifeChipProps extends Omit<ChipInput, "now" | "phone"> {
  /** Whether all that was written has arrived. */
  saved: "saved" | "sending" | "waiting" | "reading";
}

export function LifeChip({ saved, ...life }: LifeChipProps) {
  const [open, setOpen] = useState(false);
  const now = useNow(TICK_MS);
  const phone = usePhone();
  const chip = chipOf({ ...life, now, phone });
  return (
    <>
      <button type="button" className={`chip chip-${chip.tone}`} data-connection={life.connection} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Ring left={chip.left} tone={chip.tone} />
        <span>{chip.text}</span>
      </button>
      {/* spoken only when the words change; a countdown is told by the minute */}
      <span className="unseen" role="status" aria-live="polite">
        {chip.text.replace(/ \d+ s$/, "")}
      </span>
      {open && (
        <Sheet title={t.life.title} closeLabel={t.close} onClose={() => setOpen(false)}>
          <p>{t.life.what(life.ttl_s)}</p>
          {life.endsAt !== null && !life.fading && <p>{t.life.hard(endTime(life.endsAt, now))}</p>}
          <p className="quiet">{t.life.where}</p>
          <p className="quiet" data-saved={saved}>{t.life[saved]}</p>
        </Sheet>
      )}
    </>
  );
}
