/** The outline: headings to jump to, what is done below them, and how long the text is. */
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { usePhone, useTouch } from "../../kit/device";
import { Sheet } from "../../kit/Sheet";
import { t } from "../../strings";
import { o } from "../../strings/outline";
import { usePad, useSheets } from "../context";
import { reveal } from "../find/reveal";
import { minutesToRead, type Length } from "./count";
import "./outline.css";
import { sectionsOf, type Section } from "./sections";
import { useOutline } from "./useOutline";

/** Brings a heading into sight, and the caret to its end: whoever jumps there goes on there. */
function jump(view: EditorView, { pos: was, words }: Section, mayFocus: boolean): void {
  const { doc, tr } = view.state;
  // somebody may have written above it since the outline was made
  const far = (section: Section) => Math.abs(section.pos - was);
  const now = sectionsOf(doc).filter((section) => section.words === words);
  const [nearest] = now.sort((a, b) => far(a) - far(b));
  const pos = nearest?.pos ?? was;
  const heading = doc.nodeAt(pos);
  if (heading?.textContent !== words) return; // it has just been changed, and the next outline knows where it is
  view.dispatch(tr.setSelection(TextSelection.create(doc, pos + 1 + heading.content.size)));
  if (mayFocus && view.editable) view.focus();
  reveal(view, pos + 1);
}

export default function Outline() {
  const { text } = usePad();
  const { close } = useSheets();
  const phone = usePhone();
  const touch = useTouch();
  const editor = text()?.editor ?? null;
  const outline = useOutline(editor);
  const go = (section: Section) => {
    if (!editor) return;
    if (phone) close();
    // behind the sheet, which gives the focus back where it came from
    requestAnimationFrame(() => jump(editor.prosemirrorView, section, !touch));
  };
  return (
    <Sheet kind="drawer" title={o.title} closeLabel={t.close} onClose={close}>
      {outline && (
        <>
          <Headings {...outline} onGo={go} />
          <HowLong {...outline.length} />
        </>
      )}
    </Sheet>
  );
}

interface HeadingsProps {
  sections: readonly Section[];
  present: number;
  onGo: (section: Section) => void;
}

function Headings({ sections, present, onGo }: HeadingsProps) {
  if (sections.length === 0) return <p className="quiet">{o.none}</p>;
  return (
    <nav className="outline" aria-label={o.headings}>
      <ul>
        {sections.map((section, i) => (
          // by its place in the list: where it stands in the text changes with each letter above it, and the focus is to stay
          <li key={i} aria-level={section.level} data-level={section.level}>
            <button
              type="button"
              aria-current={i === present ? "location" : undefined}
              onClick={() => onGo(section)}
            >
              <span dir="auto">{section.words}</span>
              {section.boxes > 0 && <small>{o.done(section.done, section.boxes)}</small>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const HowLong = ({ words, letters }: Length) => (
  <p className="outline-length">
    <b>{o.words(words)}</b>
    <span className="quiet">{words === 0 ? o.empty : o.length(minutesToRead(words), letters)}</span>
  </p>
);
