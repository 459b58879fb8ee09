import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type DirectoryView, readView, writeView } from './directoryView.js';

export type ChangeView = (part: Partial<DirectoryView>, how?: { replace: boolean }) => void;

/** The view that the address asks for, and the way to change it. A change is a step that Back undoes, unless it replaces. */
export function useDirectoryView(): { view: DirectoryView; change: ChangeView } {
  const [query, setQuery] = useSearchParams();
  const view = useMemo(() => readView(query), [query]);
  const change = useCallback<ChangeView>(
    (part, { replace } = { replace: false }) => setQuery((current) => writeView({ ...readView(current), ...part }, current), { replace }),
    [setQuery],
  );
  return { view, change };
}
