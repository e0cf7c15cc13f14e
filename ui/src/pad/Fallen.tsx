/** In the place of an editor that fails: the text, ways to keep it, and for the host a way to go on. */
import { useEffect, useState, type RefObject } from "react";
import { wordsOf } from "../forms/plain";
import { Icon } from "../kit/Icon";
import { t } from "../strings";
import { f } from "../strings/fallen";
import "./fallen.css";
import { usePad, useView } from "./context";
import type { PadText } from "./Editor";
import { blocksIn, beginAfresh, type Draft } from "./salvage";
import type { PadSession } from "./session";

interface FallenProps {
  /** What was drawn well last, to be written again. */
  good: RefObject<(() => Draft[]) | null>;
  onAgain: () => void;
}

/** The text for the ways out of the pad, while no editor stands. */
const textOf = (session: PadSession): Partial<PadText> => ({
  blocks: () => blocksIn(session.fragment),
  keepsake: () => ({ blocks: blocksIn(session.fragment) }),
});

export default function Fallen({ good, onAgain }: FallenProps) {
  const { session, taking, onText } = usePad();
  const host = useView().role === "host";
  const { fragment } = session;
  const [words, setWords] = useState(() => wordsOf(blocksIn(fragment)));
  const [first] = useState(() => fragment.get(0));
  useEffect(() => {
    onText(textOf(session) as PadText);
    return () => onText(null);
  }, [session, onText]);
  useEffect(() => {
    const changed = () => {
      if (fragment.get(0) !== first)
        onAgain(); // somebody has begun the text afresh
      else setWords(wordsOf(blocksIn(fragment)));
    };
    fragment.observeDeep(changed);
    changed(); // what came since this was first shown
    return () => fragment.unobserveDeep(changed);
  }, [fragment, first, onAgain]);

  return (
    <section className="fallen" role="alert">
      <h2>{f.title}</h2>
      <p>{f.body}</p>
      <div className="row">
        <button type="button" className="button button-main" onClick={() => void taking.copy()}>
          {f.copy}
        </button>
        <button type="button" className="button" onClick={taking.keep}>
          <Icon name="keep" />
          {t.call.file}
        </button>
        <button type="button" className="button" onClick={onAgain}>
          {t.trouble.again}
        </button>
      </div>
      {host && (
        <>
          <p>{f.host}</p>
          <button
            type="button"
            className="button"
            onClick={() => beginAfresh(fragment, good.current?.() ?? null)}
          >
            {f.afresh}
          </button>
        </>
      )}
      <pre className="fallen-text" tabIndex={0} aria-label={f.text}>
        {words}
      </pre>
    </section>
  );
}
