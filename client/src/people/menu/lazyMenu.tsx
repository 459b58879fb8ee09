import { lazy, Suspense } from 'react';
import { Boundary } from '../../ui/Boundary.js';
import { SignInLink } from './SignInLink.js';

const Menu = lazy(() => import('./AccountMenu.js').then(({ AccountMenu }) => ({ default: AccountMenu })));
const Links = lazy(() => import('./AccountMenu.js').then(({ AccountLinks }) => ({ default: AccountLinks })));

/** Signing in or the reader's own menu, which comes after the page; until then its room is kept. */
export function AccountMenu() {
  return (
    <Boundary fallback={<SignInLink />}>
      <Suspense fallback={<SignInLink isUnsure />}>
        <Menu />
      </Suspense>
    </Boundary>
  );
}

/** The same as links in the menu of narrow windows. */
export function AccountLinks({ onChoose }: { onChoose(): void }) {
  return (
    <Boundary fallback={null}>
      <Suspense>
        <Links onChoose={onChoose} />
      </Suspense>
    </Boundary>
  );
}
