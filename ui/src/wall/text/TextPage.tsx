/** The text on a wall: a heading at a time, those around it below, and whoever shows is followed. No carets, no names over words. */
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from "react";
import { Mark } from "../../kit/Icon";
import { Name } from "../../kit/Name";
import { t } from "../../strings";
import { w } from "../../strings/wall";
import type { Presenter } from "../crowd";
import type { TextReader } from "../feed";
import { drawSection, nameOf } from "./draw";
import { above, isBlankSection, offered } from "./sections";
import "./text.css";
import { useText, type TextView } from "./useText";

/** A screen is turned by so much of its height: the last lines stay to go on from. */
const TURN = 0.85;
/** Where on the way down a line comes to stand that was out of sight. */
const THIRD = 3;

interface TextPageProps {
  /** What the pad is called. */
  title: string;
  read: (reader: TextReader) => () => void;
  presenter: Presenter | null;
}

export default function TextPage({ title, read, presenter }: TextPageProps) {
  const text = useText(read, presenter);
  const page = useRef<HTMLDivElement>(null);
  useInSight(page, text);
  useKeys(page, text);
  const { sections, at, line } = text;
  const section = sections[at];
  const isEmpty = !section || (sections.length === 1 && isBlankSection(section));
  const over = above(sections, at)?.words ?? title;
  return (
    <section className="wall-text" aria-label={w.theText}>
      <p className="wall-crumb">
        <Mark />
        <Name of={over} />
      </p>
      <h1 className={section?.words ? "wall-heading" : "unseen"} dir="auto">
        {section?.words || title}
      </h1>
      <div className="wall-page" ref={page}>
        {isEmpty ? <p className="wall-nothing">{w.empty}</p> : drawSection(section)}
      </div>
      <footer className="wall-foot">
        <Headings text={text} title={title} />
        {presenter && line && (
          <p className="wall-shows">
            <Name of={w.shows(presenter.name || t.people.nameless)} />
          </p>
        )}
      </footer>
    </section>
  );
}

/** The headings around the present one, which is lit; where they have no room, it stands in sight. */
function Headings({ text: { sections, at, go }, title }: { text: TextView; title: string }) {
  const lit = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const list = lit.current?.parentElement;
    if (!lit.current || !list) return;
    const [from, to] = [lit.current.offsetLeft, lit.current.offsetLeft + lit.current.offsetWidth];
    const middle = (from + to - list.clientWidth) / 2 - list.offsetLeft;
    list.scrollLeft = list.scrollWidth > list.clientWidth ? middle : 0;
  });
  if (sections.length < 2) return <span />;
  const { from, to } = offered(sections.length, at);
  return (
    <nav className="wall-headings" aria-label={w.headings}>
      {sections.slice(from, to).map(({ id, words }, i) => (
        <button
          // oxlint-disable-next-line react/no-array-index-key -- two may have one id
          key={`${from + i}-${id}`}
          ref={from + i === at ? lit : undefined}
          type="button"
          aria-current={from + i === at ? "true" : undefined}
          onClick={() => go(from + i)}
        >
          <Name of={words || title} />
        </button>
      ))}
    </nav>
  );
}

/**
 * Another section begins at its top; when whoever shows goes to a line that is out of sight, it is brought into it. Else nothing moves,
 * whatever others write.
 */
function useInSight(page: RefObject<HTMLDivElement | null>, { sections, at, line }: TextView) {
  const last = useRef({ shown: "", line: "" });
  const shown = sections[at]?.id ?? "";
  const name = line ? nameOf(line.block) : "";
  const moved = line ? `${name} ${line.caret}` : "";
  useLayoutEffect(() => {
    const [before, { current }] = [last.current, page];
    last.current = { shown, line: moved };
    if (shown !== before.shown) current?.scrollTo({ top: 0, behavior: "instant" });
    else if (moved === before.line) return;
    const block = current?.querySelector(`[data-block="${name}"]`);
    if (current && block) bringIn(block, current);
  });
}

function bringIn(block: Element, page: Element): void {
  const [it, all] = [block.getBoundingClientRect(), page.getBoundingClientRect()];
  const end = Math.min(it.bottom, it.top + all.height / 2);
  if (it.top < all.top - 1 || end > all.bottom)
    page.scrollBy({ top: it.top - all.top - all.height / THIRD, behavior: "instant" });
}

/** By keys, as a remote for slides sends them: on and back by screens, left and right by headings. */
function useKeys(page: RefObject<HTMLDivElement | null>, { at, go }: TextView) {
  const turn = useEffectEvent((by: 1 | -1) => {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = page.current ?? {};
    const more = by > 0 ? scrollHeight - clientHeight - scrollTop > 1 : scrollTop > 1;
    if (more) page.current?.scrollBy({ top: by * TURN * clientHeight, behavior: "instant" });
    else go(at + by);
  });
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    const elsewhere = target instanceof Element && target.closest("dialog, input, [role=menu]");
    if (altKey || ctrlKey || metaKey || elsewhere) return;
    const back = document.documentElement.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
    if (key === "ArrowLeft" || key === "ArrowRight") go(at + (key === back ? -1 : 1));
    else if (key === "PageDown" || key === "ArrowDown") turn(1);
    else if (key === "PageUp" || key === "ArrowUp") turn(-1);
    else if (key === "Home") go(0);
    else if (key === "End") go(Number.MAX_SAFE_INTEGER);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => press(event);
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}
