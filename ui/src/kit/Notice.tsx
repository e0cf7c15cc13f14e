/** A page that says calmly what is the matter and how to go on. */
import type { ReactNode } from "react";
import { Mark } from "./Icon";
import { Name } from "./Name";
import { Title } from "./Title";

interface NoticeProps {
  title: string;
  /** Whose it is, after the title. */
  name?: string;
  body: string;
  children?: ReactNode;
}

export const Notice = ({ title, name, body, children }: NoticeProps) => (
  <main className="centre">
    <section className="card notice">
      <Mark large gone />
      <Title>
        {title} {name && <Name of={name} />}
      </Title>
      <p className="quiet">{body}</p>
      <div className="row">{children}</div>
    </section>
  </main>
);
