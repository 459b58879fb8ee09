const key = 'after-sign-in';

/** The address of the sign-in page that leads back to where the reader is. */
export function signInAddress(from: string): string {
  return `/sign-in?back=${encodeURIComponent(from)}`;
}

/** A page of this portal to go on to; anything else is nowhere, so that no link of a stranger can send people out of here. */
export function safeWayBack(asked: string | null | undefined): string | undefined {
  return asked && /^\/(?![/\\])[^\\]*$/.test(asked) && !/^\/(sign-in|invitation)(\/|\?|#|$)/.test(asked) ? asked : undefined;
}

/** Kept until the mail is opened, perhaps in another window of the same browser. */
export function keepWayBack(back: string | undefined): void {
  try {
    if (back) localStorage.setItem(key, back);
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing lands on the reader's own page.
  }
}

export function takeWayBack(): string | undefined {
  try {
    const back = safeWayBack(localStorage.getItem(key));
    localStorage.removeItem(key);
    return back;
  } catch {
    return undefined;
  }
}
