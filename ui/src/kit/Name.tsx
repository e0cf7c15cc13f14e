/** A name that people gave: on one line, cut with "…" where it is too long, whole for a pointer and for screen readers. */
import { useState, type MouseEvent } from "react";

export const Name = ({ of, className = "" }: { of: string; className?: string }) => (
  <bdi className={`cut ${className}`.trim()} title={of}>
    {of}
  </bdi>
);

/** One that a press shows whole where it is cut, and another cuts again: fingers have no pointer that rests on it. */
export function PressedName({ of, className = "" }: { of: string; className?: string }) {
  const [whole, setWhole] = useState(false);
  const onClick = ({ currentTarget: { scrollWidth, clientWidth } }: MouseEvent<HTMLElement>) =>
    setWhole(!whole && scrollWidth > clientWidth);
  // no button: who listens or goes by keys has all of it, and would stop at each name
  return (
    <bdi className={`cut ${whole ? "cut-whole " : ""}${className}`} title={of} onClick={onClick}>
      {of}
    </bdi>
  );
}
