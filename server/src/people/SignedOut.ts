/** What signing out left. */
export class SignedOut {
  readonly __typename = 'SignedOut';

  constructor(readonly sessionsEnded: number) {}
}
