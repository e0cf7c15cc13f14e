/** A pad that was handed on from here: where it is, and the way there. */
import { useEffect, type ReactNode } from "react";
import { Notice } from "../kit/Notice";
import { typedAddress, useReached } from "../kit/reach";
import { m } from "../strings/moved";

interface MovedPageProps {
  epoch: string;
  to: readonly string[];
  /** Where one goes on there. */
  path: string;
  /** What this page still holds: it goes nowhere by itself. */
  children?: ReactNode;
}

export function MovedPage({ epoch, to, path, children }: MovedPageProps) {
  const at = useReached(epoch, to);
  const goes = !children && at ? `${at}${path}` : null;
  useEffect(() => {
    if (goes) location.replace(goes);
  }, [goes]);
  const known = at ?? to[0] ?? "";
  const typed = typedAddress(known);
  return (
    <Notice title={m.title} body={`${at === null ? m.type(typed) : m.there(typed)} ${m.erased}`}>
      {children}
      <a className="button button-main" href={`${known}${path}`}>
        {m.go}
      </a>
    </Notice>
  );
}
