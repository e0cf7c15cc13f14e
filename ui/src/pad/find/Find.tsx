/** Finding words in the text, and putting others in their place: a bar with a line of its own under the page's. */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from "react";
import { createPortal } from "react-dom";
import { useTouch } from "../../kit/device";
import { Icon } from "../../kit/Icon";
import { t } from "../../strings";
import { f } from "../../strings/find";
import { usePad, useSheets, type Finding } from "../context";
import "./find.css";
import { fieldBy, stepBy } from "./keys";
import type { Matches } from "./matches";
import { useMatches, type FoundIn } from "./useMatches";

interface FindProps {
  editor: FoundIn;
  /** This person may write here: then there is something to replace. */
  editable: boolean;
}

/** More than this is no word that one looks for. */
const MOST = 200;

/** What is selected in one line is what one looks for. */
function selectedIn({ prosemirrorView: view }: FoundIn): string {
  const { $from, $to, empty } = view.state.selection;
  if (empty || !$from.sameParent($to) || !$from.parent.isTextblock) return "";
  const words = $from.parent.textBetween($from.parentOffset, $to.parentOffset);
  return words.length <= MOST && !words.includes("\n") ? words : "";
}

/** The bar, once it is asked for by key or menu; and the keys that ask for it. */
export function Find(props: FindProps) {
  const { editor, editable } = props;
  const { finding, find } = useSheets();
  // kept for the next time
  const [words, setWords] = useState("");
  const [replacement, setReplacement] = useState("");
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const field = fieldBy(event);
      if (!field || event.defaultPrevented) return;
      const isInside = isIn(event.target as Element | null);
      if (isInside && field === "words") return; // a second time: the browser's own
      if (field === "replacement" && !editable) return; // theirs is the browser's as well
      event.preventDefault();
      const selected = isInside ? "" : selectedIn(editor);
      if (selected) setWords(selected);
      find({ field });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [editor, editable, find]);
  useEffect(() => () => find(null), [find]);
  const top = finding && document.querySelector(".top");
  const bar = { ...props, finding, words, replacement, setWords, setReplacement };
  return top && createPortal(<Bar {...bar} finding={finding} onClose={() => find(null)} />, top);
}

const isIn = (element: Element | null) => element?.closest?.(".find") != null;

interface BarProps extends FindProps {
  finding: NonNullable<Finding>;
  words: string;
  replacement: string;
  setWords: (words: string) => void;
  setReplacement: (words: string) => void;
  onClose: () => void;
}

function Bar({ editor, editable, finding, onClose, ...fields }: BarProps) {
  const { words, replacement, setWords, setReplacement } = fields;
  const { text } = usePad();
  const touch = useTouch();
  const [newStep] = useState(() => () => text()?.means.newStep());
  const { matches, deeds } = useMatches(editor, newStep);
  const [field, other] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  /** How many were replaced a moment ago. */
  const [done, setDone] = useState<number | null>(null);

  const from = () => matches?.here?.from ?? editor.prosemirrorView.state.selection.from;
  useLayoutEffect(() => {
    const isInside = isIn(document.activeElement);
    deeds.find(words, isInside ? from() : editor.prosemirrorView.state.selection.from);
    const toReplace = finding.field === "replacement" && words !== "";
    const entered = toReplace ? other.current : field.current;
    entered?.focus({ preventScroll: true });
    entered?.select();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when one has asked for it
  }, [finding]);
  const step = (by: 1 | -1) => {
    setDone(null);
    deeds.step(by);
  };
  useSteps(step);
  const close = () => {
    deeds.select(!touch);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === field.current) step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const count = matches?.all.length ?? 0;
  return (
    <div role="search" className="find" aria-label={f.label} onKeyDown={onKeyDown}>
      <Words
        field={field}
        words={words}
        told={done === null ? countOf(matches) : f.replaced(done)}
        onWords={(next) => {
          setWords(next);
          setDone(null);
          deeds.find(next, from());
        }}
      />
      <Step name={f.before} to="before" none={count === 0} onStep={() => step(-1)} />
      <Step name={f.next} to="next" none={count === 0} onStep={() => step(1)} />
      {editable && (
        <Replacing
          shown={finding.field === "replacement"}
          field={other}
          words={replacement}
          onWords={setReplacement}
          count={count}
          onOne={() => {
            setDone(null);
            deeds.replaceOne(replacement);
          }}
          onAll={() => count > 0 && setDone(deeds.replaceAll(replacement))}
        />
      )}
      <button
        type="button"
        className="button button-icon find-close"
        aria-label={t.close}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Nothing as long as one looks for nothing. */
function countOf(matches: Matches | null): string {
  if (!matches?.isWanted) return "";
  const { all, index } = matches;
  return all.length === 0 ? f.none : f.count(index + 1, all.length);
}

interface WordsProps {
  field: RefObject<HTMLInputElement | null>;
  words: string;
  /** How many there are, beside them. */
  told: string;
  onWords: (words: string) => void;
}

const Words = ({ field, words, told, onWords }: WordsProps) => (
  <label className="find-field find-words">
    <Icon name="search" />
    <input
      ref={field}
      aria-label={f.words}
      value={words}
      maxLength={MOST}
      enterKeyHint="search"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={({ target }) => onWords(target.value)}
    />
    <small role="status">{told}</small>
  </label>
);

/** What has nothing to do keeps the focus: it would be lost with the last match. */
interface StepProps {
  name: string;
  to: "before" | "next";
  none: boolean;
  onStep: () => void;
}

const Step = ({ name, to, none, onStep }: StepProps) => (
  <button
    type="button"
    className={`button button-icon find-${to}`}
    aria-label={name}
    aria-disabled={none}
    onClick={onStep}
  >
    <Icon name="on" />
  </button>
);

interface ReplacingProps {
  /** On a phone it takes a line that one asks for. */
  shown: boolean;
  field: RefObject<HTMLInputElement | null>;
  words: string;
  onWords: (words: string) => void;
  count: number;
  onOne: () => void;
  onAll: () => void;
}

function Replacing({ shown, field, words, onWords, count, onOne, onAll }: ReplacingProps) {
  const [asked, setAsked] = useState(false);
  const open = shown || asked;
  return (
    <>
      <button
        type="button"
        className="button button-icon find-more"
        aria-label={f.replacing}
        aria-expanded={open}
        onClick={() => setAsked(!asked)}
      >
        <Icon name="turn" />
      </button>
      <div className="find-replacing" data-shown={open || undefined}>
        <label className="find-field">
          <input
            ref={field}
            aria-label={f.replacement}
            placeholder={f.replacement}
            value={words}
            enterKeyHint="done"
            autoComplete="off"
            onChange={({ target }) => onWords(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing || count === 0) return;
              event.preventDefault();
              onOne();
            }}
          />
        </label>
        <button type="button" className="button" aria-disabled={count === 0} onClick={onOne}>
          {f.replace}
        </button>
        <button
          type="button"
          className="button"
          aria-label={f.allTold(count)}
          aria-disabled={count === 0}
          onClick={onAll}
        >
          {f.all(count)}
        </button>
      </div>
    </>
  );
}

/** The keys that lead on from wherever one is, as long as the bar is there. */
function useSteps(step: (by: 1 | -1) => void): void {
  const now = useRef(step);
  useEffect(() => {
    now.current = step;
  });
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const by = stepBy(event);
      if (!by) return;
      event.preventDefault();
      now.current(by);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}
