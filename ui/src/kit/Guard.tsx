/** Keeps a fault in one part of the page from leaving a blank one. */
import { Component, Fragment, type ReactNode } from "react";

interface GuardProps {
  /** What is shown instead; `again` makes the part anew. */
  renderInstead: (again: () => void) => ReactNode;
  /** A part that breaks is made anew once, before anything is shown instead. */
  mends?: boolean;
  children: ReactNode;
}

interface GuardState {
  broken: boolean;
  /** How often the part was made anew. */
  made: number;
}

/** What breaks again so soon (ms) after it was made anew is not mended by that. */
const SOON_MS = 10_000;

export class Guard extends Component<GuardProps, GuardState> {
  override state = { broken: false, made: 0 };
  #mended = -SOON_MS;

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    const now = performance.now();
    if (this.props.mends && now - this.#mended > SOON_MS) this.#again();
    this.#mended = now;
  }

  readonly #again = () => this.setState(({ made }) => ({ broken: false, made: made + 1 }));

  override render() {
    const { broken, made } = this.state;
    return broken ? (
      this.props.renderInstead(this.#again)
    ) : (
      <Fragment key={made}>{this.props.children}</Fragment>
    );
  }
}
