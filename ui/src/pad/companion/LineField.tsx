/** A plain field for whole lines: every keyboard and every dictation knows it. */
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Icon } from "../../kit/Icon";
import { toast } from "../../kit/Toast";
import { c } from "../../strings/companion";
import { whenOver } from "../forget";

/** Of the field, above and below: its `scrollHeight` is without. */
const BORDER_PX = 3.2;

const linesOf = (words: string): string[] =>
  words
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What is not sent yet, by pad: it outlives the field, which goes with a pad's life or by a look at the full editor. */
const drafts = new Map<string, string>();
whenOver(() => drafts.clear());
export const draftOf = (pad: string): string => drafts.get(pad) ?? "";

interface LineFieldProps {
  pad: string;
  /** Where lines go, and as whom. */
  where: string;
  /** False: the text is not here. */
  onSend: (lines: string[]) => boolean;
  /** Beside that word. */
  children?: ReactNode;
}

export function LineField({ pad, where, onSend, children }: LineFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(() => drafts.get(pad) ?? "");
  useEffect(() => void drafts.set(pad, words), [pad, words]);
  const about = useId();
  const send = () => {
    const lines = linesOf(words);
    if (lines.length === 0) return;
    if (onSend(lines)) setWords("");
    else toast(c.away);
  };
  // as tall as its words, up to what its style allows
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + BORDER_PX}px`;
  });
  // keyboards of phones tell no key, only that a line ends; what is pasted with its lines stays in the field
  useEffect(() => {
    const area = field.current;
    const end = (event: InputEvent) => {
      if (event.inputType !== "insertLineBreak" && event.inputType !== "insertParagraph") return;
      event.preventDefault();
      area?.form?.requestSubmit();
    };
    area?.addEventListener("beforeinput", end);
    return () => area?.removeEventListener("beforeinput", end);
  }, []);
  return (
    <form
      className="companion-field"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        value={words}
        enterKeyHint="send"
        placeholder={c.line}
        aria-label={c.line}
        aria-describedby={about}
        onChange={({ target }) => setWords(target.value)}
      />
      <button
        type="submit"
        className="companion-send"
        aria-label={c.send}
        disabled={words.trim() === ""}
        onPointerDown={(event) => event.preventDefault()} // the keyboard stays, for the next line
      >
        <Icon name="up" />
      </button>
      <div className="companion-under">
        <p id={about} className="companion-where cut">
          {where}
        </p>
        {children}
      </div>
    </form>
  );
}
