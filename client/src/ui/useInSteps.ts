import { useDeferredValue, useEffect } from 'react';

let isFirst = true;

/**
 * An answer, of which the first of a visit is drawn in steps, between which a slow phone answers its reader. All others are drawn at once: a list
 * never stands beside the filters of another one, and a page that a reader goes back to is as long as it was.
 */
export function useInSteps<Answer>(answer: Answer | undefined): Answer | undefined {
  const inSteps = useDeferredValue(isFirst ? answer : undefined);
  const drawn = isFirst ? inSteps : answer;
  useEffect(() => {
    if (drawn !== undefined) isFirst = false;
  }, [drawn]);
  return drawn;
}
