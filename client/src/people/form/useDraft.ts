import { useCallback, useState } from 'react';

const prefix = 'draft:';

/**
 * What is typed into a form, kept in this tab until it is sent, so that a lost session or a reload takes nothing.
 * `key` names form and person; without one nothing is kept.
 */
export function useDraft<T extends object>(key: string | undefined, initial: T) {
  const [values, setValues] = useState<T>(() => ({ ...initial, ...(key && read<T>(key)) }));
  const set = useCallback(
    <K extends keyof T>(name: K, value: T[K]) =>
      setValues((before) => {
        const after = { ...before, [name]: value };
        if (key) write(key, after);
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => {
    if (key) write(key, undefined);
  }, [key]);
  return { values, set, clear };
}

/** Whether something was typed into the form and not sent. */
export function hasDraft(key: string): boolean {
  return read(key) !== undefined;
}

/** Forgets everything typed and not sent; done when somebody signs out. */
export function clearAllDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function read<T>(key: string): Partial<T> | undefined {
  try {
    const kept = sessionStorage.getItem(prefix + key);
    return kept === null ? undefined : (JSON.parse(kept) as Partial<T>);
  } catch {
    return undefined;
  }
}

function write(key: string, values: object | undefined): void {
  try {
    if (values) sessionStorage.setItem(prefix + key, JSON.stringify(values));
    else sessionStorage.removeItem(prefix + key);
  } catch {
    // A browser that keeps nothing still has what is typed on the page.
  }
}
