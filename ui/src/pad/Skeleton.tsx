/** The pad before its text has come: the bar, and a few quiet lines. */
import type { ReactNode } from "react";
import { Mark } from "../kit/Icon";
import { t } from "../strings";

/** The name of the pad with the mark. */
export const Brand = ({ pad }: { pad: string }) => (
  <span className="brand">
    <Mark />
    <h1 className="brand-name cut" title={pad}>
      {pad}
    </h1>
  </span>
);

/** Lines that will be writing. */
export const Lines = () => (
  <div className="lines" role="status" aria-label={t.pad.opening}>
    <i />
    <i />
    <i />
  </div>
);

export const Skeleton = ({ pad, children }: { pad: string; children?: ReactNode }) => (
  <div className="pad">
    <header className="bar">
      <Brand pad={pad} />
      {children}
    </header>
    <main className="paper">
      <Lines />
    </main>
  </div>
);
