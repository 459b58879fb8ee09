import { Suspense, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from '../ui/useTranslation.js';
import { NavigationType, Outlet, useLocation, useNavigationType } from 'react-router';
import { Arrival } from '../ui/PageHeading.js';
import { Bones } from '../ui/states.js';
import { Boundary } from '../ui/Boundary.js';
import { FaultPage } from './FaultPage.js';
import { Footer } from './Footer.js';
import { OfflineNotice } from './OfflineNotice.js';
import { type AccountParts, TopBar } from './TopBar.js';

/** The frame of every page: it stands while pages load, fail and change. */
export function Layout({ account, accountLinks }: AccountParts) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const arrival = useArrival(pathname);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <TopBar account={account} accountLinks={accountLinks} />
      <OfflineNotice />
      <main id="main" tabIndex={-1}>
        <Arrival value={arrival}>
          <Boundary key={pathname} fallback={<FaultPage />}>
            <Suspense fallback={<PageBones />}>
              <Outlet />
            </Suspense>
          </Boundary>
        </Arrival>
      </main>
      <Footer />
    </>
  );
}

function PageBones() {
  return (
    <div className="wrap page-head">
      <Bones />
    </div>
  );
}

/** Notes that the reader has gone to another page, for its heading to take the focus; a page gone to begins at its top. */
function useArrival(pathname: string) {
  const kind = useNavigationType();
  const last = useRef(pathname);
  const isPending = useRef(false);
  useLayoutEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    isPending.current = true;
    if (kind !== NavigationType.Pop) scrollTo(0, 0);
  }, [pathname, kind]);
  return useMemo(
    () => ({
      claim() {
        const wasPending = isPending.current;
        isPending.current = false;
        return wasPending;
      },
    }),
    [],
  );
}
