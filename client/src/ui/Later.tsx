import { type ReactNode, useDeferredValue, useEffect } from 'react';

/** For which a slow phone has much else to do. */
let isFirstPage = true;

/** An answer, which on the first page of a visit is drawn in steps between which the phone answers its reader, and on all others at once. */
export function useInSteps<Answer>(answer: Answer): Answer {
  const inSteps = useDeferredValue(answer);
  return isFirstPage ? inSteps : answer;
}

/**
 * Whether more is drawn than what is seen first. On the first page of a visit that is so a moment later; on all others at once, for a page that a
 * reader goes back to must be as long as it was when they left it.
 */
export function useRestToo(): boolean {
  useEffect(() => {
    isFirstPage = false;
  }, []);
  return useDeferredValue(true, !isFirstPage);
}

/** Parts below what is seen first. */
export function Later({ children }: { children: ReactNode }) {
  return useRestToo() && children;
}
