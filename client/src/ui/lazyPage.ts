import i18next from 'i18next';
import { type ComponentType, createElement, lazy, useState } from 'react';

/** What a route holds of its page, so that it may be called ahead. */
export interface LazyPage {
  load(): Promise<{ default: ComponentType }>;
  /** The rooms whose words it needs. */
  readonly wordsOf: readonly string[];
}

/**
 * A page that is loaded when first asked for, together with the words of its rooms. `load` may be called ahead, to save a round trip; a page that
 * has arrived is rendered at once. It is rendered once its words are there, so that no page is seen without them.
 */
export function lazyPage<Props extends object>(load: () => Promise<ComponentType<Props>>, ...wordsOf: string[]) {
  let arrived: ComponentType<Props> | undefined;
  const loadWithWords = async () => {
    const [page] = await Promise.all([load(), i18next.loadNamespaces(wordsOf), wordsOfTheFrame()]);
    const missing = wordsOf.find((room) => !i18next.hasResourceBundle(i18next.language, room));
    if (missing) throw new Error(`The words of ${missing} did not arrive.`);
    arrived = page;
    return { default: page };
  };
  const Arriving = lazy(loadWithWords);
  function Page(props: Props) {
    // One of both for as long as the page stands, so that nothing in it is lost.
    const [Shown] = useState<ComponentType<Props>>(() => arrived ?? (Arriving as ComponentType<Props>));
    return createElement(Shown, props);
  }
  return { Page, load: loadWithWords, wordsOf };
}

/** Words asked for before i18next has begun come together with those of the frame. */
function wordsOfTheFrame(): Promise<void> {
  if (i18next.isInitialized) return Promise.resolve();
  return new Promise((resolve) => i18next.on('initialized', () => resolve()));
}
