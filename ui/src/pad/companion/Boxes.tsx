/** The tick boxes of the pad, in reach of the thumb. */
import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { c } from "../../strings/companion";
import type { PadText } from "../Editor";
import { boxesIn, tick, type Box } from "./text";

export function Boxes({ text: { editor, means } }: { text: PadText }) {
  const watch = useCallback(
    (changed: () => void) => editor.onChange(changed) ?? (() => {}),
    [editor],
  );
  const doc = useSyncExternalStore(watch, () => editor.prosemirrorView.state.doc);
  const boxes = boxesIn(doc);
  const turn = (box: Box) => {
    means.newStep();
    tick(editor.prosemirrorView, box);
  };
  const list = useRef<HTMLUListElement>(null);
  // what is done stands above what is left to do, and can be scrolled to
  useLayoutEffect(() => {
    const open = list.current?.querySelector<HTMLElement>("li:has(input:not(:checked))");
    if (list.current && open) list.current.scrollTop = open.offsetTop - list.current.offsetTop;
  }, []);
  if (boxes.length === 0) return <p className="companion-empty quiet">{c.noBoxes}</p>;
  return (
    <ul ref={list} className="companion-boxes" aria-label={c.boxes}>
      {boxes.map((box, i) => (
        // a list of places: the third box is the third, whatever it says
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>
          <label>
            <input type="checkbox" checked={box.checked} onChange={() => turn(box)} />
            <span dir="auto">{box.words || c.noWords}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
