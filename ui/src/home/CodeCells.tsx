/** Six cells for a code over one real text field, so that paste, autofill, the keyboard and screen readers all work. */
import { useRef } from "react";
import { t } from "../strings";
import { CODE_LENGTH, readCode, type Typed } from "./joinCode";

interface CodeCellsProps {
  value: string;
  invalid: boolean;
  describedBy: string;
  disabled: boolean;
  /** It is not what the page is about: the focus is left where it is. */
  quiet?: boolean;
  onChange: (typed: Typed) => void;
}

export function CodeCells({
  value,
  invalid,
  describedBy,
  disabled,
  quiet = false,
  onChange,
}: CodeCellsProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <div className="cells" dir="ltr" data-invalid={invalid || undefined}>
      <input
        ref={field}
        className="cells-field"
        aria-label={t.start.label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        autoFocus={!quiet}
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        readOnly={disabled}
        value={value}
        onChange={({ target }) => {
          // behind a whole code that was wrong one types the right one, and need not take the wrong one away
          const isWrong = invalid && value.length === CODE_LENGTH;
          const more = target.value.startsWith(value) ? target.value.slice(value.length) : "";
          onChange(readCode(isWrong && more ? more : target.value));
        }}
        onSelect={(event) => event.currentTarget.setSelectionRange(value.length, value.length)}
      />
      {Array.from({ length: CODE_LENGTH }, (_, i) => (
        <span
          key={i}
          aria-hidden="true"
          className={i === Math.min(value.length, CODE_LENGTH - 1) ? "cell cell-next" : "cell"}
        >
          {value[i]}
        </span>
      ))}
    </div>
  );
}
