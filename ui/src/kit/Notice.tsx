/** A page that says calmly what is the matter and how to go on. */
import type { ReactNode } from "react";
import { Mark } from "./Icon";
import { Title } from "./Title";

export const Notice = ({ title, body, children }: { title: string; body: string; children?: ReactNode }) => (
  <main className="centre">
    <section className="card">
      <Mark large gone />
      <Title>{title}</Title>
      <p className="quiet">{body}</p>
      <div className="row">{children}</div>
    </section>
  </main>
);
