/** The PIN that some pads ask for beside the code. */
import { useEffect, useRef } from "react";
import { t } from "../strings";
import type { PinEntry } from "./useCode";

interface PinFieldProps {
  pin: PinEntry;
  invalid: boolean;
  describedBy: string;
  disabled: boolean;
}

export function PinField({ pin, invalid, describedBy, disabled }: PinFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (invalid) field.current?.select(); // what is typed next takes its place
  }, [invalid]);
  return (
    <label className="field">
      <span>{t.start.pin}</span>
      <input
        ref={field}
        autoFocus
        value={pin.value}
        inputMode={pin.digits ? "numeric" : "text"}
        autoCapitalize="none"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        aria-describedby={describedBy}
        aria-invalid={invalid}
        readOnly={disabled}
        onChange={(event) => pin.change(event.target.value)}
      />
    </label>
  );
}
