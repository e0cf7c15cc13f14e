/** A page that says calmly what is the matter and how to go on. */
import type { ReactNode } from "react";
import { Mark } from "./Icon";

export const Notice = ({ title, body, children }: { title: string; body: string; children?: ReactNode }) => (
  <main className="centre">
    <section className="card">
      <Mark large gone />
      <h1>{title}</h1>
      <p className="quiet">{body}</p>
      <div className="row">{children}</div>
    </section>
  </main>
);
