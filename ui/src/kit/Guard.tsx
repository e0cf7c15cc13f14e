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
  /** It is not made anew by itself any more. */
  isOver: boolean;
  /** How often the part was made anew. */
  made: number;
}

/** What breaks again so soon (ms) after it was made anew is not mended by that. */
const SOON_MS = 10_000;

export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { broken: false, isOver: false, made: 0 };
  #mended = -SOON_MS;

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch() {
    const now = performance.now();
    if (this.props.mends && now - this.#mended > SOON_MS) this.#again();
    else this.setState({ isOver: true });
    this.#mended = now;
  }

  readonly #again = () =>
    this.setState(({ made }) => ({ broken: false, isOver: false, made: made + 1 }));

  override render() {
    const { broken, isOver, made } = this.state;
    if (!broken) return <Fragment key={made}>{this.props.children}</Fragment>;
    // what is shown instead may have to be fetched, and a part that is mended waits for nothing
    return isOver ? this.props.renderInstead(this.#again) : null;
  }
}
