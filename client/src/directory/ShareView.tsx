import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from '../ui/useTranslation.js';
import { Boundary } from '../ui/Boundary.js';
import { useLanguage } from '../ui/format.js';
import { DownloadIcon, LinkIcon } from '../ui/icons.js';
import { lazyPage } from '../ui/lazyPage.js';
import { Menu } from '../ui/Menu.js';
import { Bones } from '../ui/states.js';
import { withCommas } from './directoryView.js';

const files = lazyPage(() => import('./ways-out/DownloadLinks.js').then(({ DownloadLinks }) => DownloadLinks), 'ways-out');

/** Ways to take this view along: its address, and its list as a file. */
export function ShareView() {
  const { t } = useTranslation('directory');
  const language = useLanguage();
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();

  useEffect(() => {
    if (outcome === undefined) return;
    const timer = setTimeout(() => setOutcome(undefined), 4000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () => {
    const query = new URLSearchParams(location.search);
    query.set('lang', language);
    const address = `${location.origin}${location.pathname}?${withCommas(query)}`;
    // Without a secure connection browsers offer no clipboard.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    void (clipboard ? clipboard.writeText(address).then(() => 'copied' as const) : Promise.reject(new Error('no clipboard')))
      .catch(() => 'refused' as const)
      .then(setOutcome);
  };

  return (
    <>
      <div className="row share">
        <button type="button" className="button button--quiet" onClick={copy}>
          <LinkIcon />
          {t('share.copy')}
        </button>
        <Menu
          className="download"
          label={t('share.download')}
          button={
            <>
              <DownloadIcon />
              {t('share.download')}
            </>
          }
        >
          {(close) => (
            <Boundary fallback={<p className="small quiet download__note">{t('failed.kept')}</p>}>
              <Suspense fallback={<Bones lines={5} />}>
                <files.Page onChoose={close} />
              </Suspense>
            </Boundary>
          )}
        </Menu>
      </div>
      <div role="status">{outcome && <p className="toast">{outcome === 'copied' ? t('share.copied') : t('share.refused')}</p>}</div>
    </>
  );
}
