/**
 * Below the text on a phone, in reach of the thumb: a line, a photo, a tick. The text above is read, and nobody writes in it by
 * mistake.
 */
import { useEffect, useState } from "react";
import { useAwake } from "../../kit/awake";
import { followKeyboard } from "../../kit/keyboard";
import { Icon, type IconName } from "../../kit/Icon";
import { t } from "../../strings";
import { c } from "../../strings/companion";
import { usePad, useView } from "../context";
import { underText } from "../insets";
import { pickAndBring } from "../pictures/pick";
import { copyWords } from "../taking";
import { Boxes } from "./Boxes";
import "./companion.css";
import { useFollow } from "./follow";
import { draftOf, LineField } from "./LineField";
import { append } from "./text";

interface CompanionProps {
  /** It is up, and leaves room for the field alone. */
  keyboard: boolean;
  /** Who may not write now has nothing below the text but what they had not sent. */
  reads: boolean;
}

export default function Companion({ keyboard, reads }: CompanionProps) {
  useAwake(); // who reads along touches nothing for minutes, and a dark phone falls out of the pad
  return reads ? <Unsent /> : <Writing keyboard={keyboard} />;
}

/** What one had in the field when writing was taken away: it is not lost. */
function Unsent() {
  const { pad } = usePad();
  const words = draftOf(pad);
  if (words.trim() === "") return null;
  return (
    <section ref={underText} className="companion companion-unsent" aria-label={c.unsent}>
      <p className="companion-where">{c.unsent}</p>
      <p className="companion-words" dir="auto">
        {words}
      </p>
      <button type="button" className="button" onClick={() => void copyWords(pad, words)}>
        <Icon name="copy" />
        {t.pad.copyWords}
      </button>
    </section>
  );
}

function Writing({ keyboard }: { keyboard: boolean }) {
  const { pad, session, me, text } = usePad();
  const { connection } = useView();
  const [ticking, setTicking] = useState(false);
  useEffect(() => followKeyboard(() => {}), []);
  const send = (lines: string[]): boolean => {
    const now = text();
    if (!now) return false;
    now.means.newStep();
    append(now.editor.prosemirrorView, lines);
    // it is seen to stand there
    requestAnimationFrame(() => scrollTo({ top: document.documentElement.scrollHeight }));
    return true;
  };
  const boxes = ticking && !keyboard && text();
  const where = connection.is === "live" ? c.where(me.name) : c.later(me.name);
  return (
    <section ref={underText} className="companion" aria-label={c.label}>
      {boxes && <Boxes text={boxes} />}
      <LineField pad={pad} where={where} onSend={send}>
        <Follow awareness={session.provider.awareness} />
      </LineField>
      {!keyboard && (
        <div className="companion-deeds">
          <Deed icon="camera" name={c.photo} onClick={() => pickAndBring("camera")} />
          <Deed
            icon="tick"
            name={c.tick}
            pressed={ticking}
            onClick={() => setTicking((now) => !now)}
          />
          <Deed icon="undo" name={c.undo} onClick={() => text()?.undo()} />
        </div>
      )}
    </section>
  );
}

function Follow({ awareness }: { awareness: Parameters<typeof useFollow>[0] }) {
  const [follows, turn] = useFollow(awareness);
  return (
    <button type="button" className="companion-follow" aria-pressed={follows} onClick={turn}>
      <Icon name="eye" />
      {c.follow}
    </button>
  );
}

interface DeedProps {
  icon: IconName;
  name: string;
  pressed?: boolean;
  onClick: () => void;
}

const Deed = ({ icon, name, pressed, onClick }: DeedProps) => (
  <button type="button" aria-pressed={pressed} onClick={onClick}>
    <Icon name={icon} />
    <span>{name}</span>
  </button>
);
