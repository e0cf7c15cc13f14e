/** The heading of a page that took another one's place: it takes the focus, so that screen readers say it and keys go on from here. */
import { useEffect, useRef, type ReactNode } from "react";

export function Title({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
