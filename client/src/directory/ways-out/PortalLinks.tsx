import { type ReactNode, useMemo } from 'react';
import { createPath, type Navigator, Router, type To } from 'react-router';
import type { Language } from '../../ui/language.js';

interface Props {
  /** Where the portal is. */
  origin: string;
  language: Language;
  children: ReactNode;
}

/** Links below lead to the portal, in the frame's language, and open in the window around the frame and never within it. */
export function PortalLinks({ origin, language, children }: Props) {
  const navigator = useMemo<Navigator>(() => {
    const addressOf = (to: To) => {
      const address = new URL(typeof to === 'string' ? to : createPath(to), origin);
      address.searchParams.set('lang', language);
      return address.href.replaceAll('%2C', ',');
    };
    const open = (to: To) => void window.open(addressOf(to), '_top');
    return { createHref: addressOf, go: () => undefined, push: open, replace: open };
  }, [origin, language]);
  return (
    <Router location="/" navigator={navigator}>
      {children}
    </Router>
  );
}
