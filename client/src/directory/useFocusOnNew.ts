import { type RefObject, useCallback, useEffect, useRef } from 'react';

/** Moves the focus to the first of the organisations that arrive after `awaitNew` was called, so that reading goes on where it stopped. */
export function useFocusOnNew(list: RefObject<HTMLElement | null>, shown: number) {
  const awaited = useRef<number>(undefined);
  useEffect(() => {
    if (awaited.current === undefined || shown <= awaited.current) return;
    list.current?.querySelectorAll<HTMLElement>('.organisations h3 a, tbody th a')[awaited.current]?.focus({ preventScroll: true });
    awaited.current = undefined;
  }, [list, shown]);
  return useCallback(() => {
    awaited.current = shown;
  }, [shown]);
}
