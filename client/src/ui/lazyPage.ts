import i18next from 'i18next';
import { type ComponentType, lazy } from 'react';

/**
 * A page that is loaded when first asked for, together with the words of its rooms. `load` may be called ahead, to save a round trip.
 * The page is rendered once its words are there, so that no page is seen without them.
 */
export function lazyPage(load: () => Promise<ComponentType>, ...wordsOf: string[]) {
  const loadWithWords = async () => {
    const [page] = await Promise.all([load(), i18next.loadNamespaces(wordsOf)]);
    return { default: page };
  };
  return { Page: lazy(loadWithWords), load: loadWithWords };
}
