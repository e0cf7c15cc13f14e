/** Keeps a fault in one part of the page from leaving a blank one. */
import { Component, type ReactNode } from "react";

interface GuardProps {
  /** What is shown instead. */
  instead: ReactNode;
  children: ReactNode;
}

export class Guard extends Component<GuardProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? this.props.instead : this.props.children;
  }
}
