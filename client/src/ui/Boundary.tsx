import { Component, type ReactNode } from 'react';

/** Shows `fallback` instead of a part whose program has failed or whose files did not arrive; what stands around it stays. */
export class Boundary extends Component<{ fallback: ReactNode; children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
