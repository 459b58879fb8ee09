import type { ReactNode } from 'react';
import { useTranslation } from '../ui/useTranslation.js';
import { useLocation } from 'react-router';
import { Link } from '../ui/Link.js';
import { MenuIcon, SearchIcon, ThemeIcon } from '../ui/icons.js';
import { languageNames } from '../ui/language.js';
import { useLanguage } from '../ui/format.js';
import { Brand } from './Brand.js';
import { LanguageLinks } from './LanguageLinks.js';
import { Menu } from '../ui/Menu.js';
import { switchTheme } from './theme.js';

export interface AccountParts {
  /** Signing in, or the reader's own menu. */
  account?: ReactNode;
  /** The same as links, for the menu of narrow windows. */
  accountLinks?: (close: () => void) => ReactNode;
}

/** The bar of every page. */
export function TopBar({ account, accountLinks }: AccountParts) {
  const { t } = useTranslation('app');
  const language = useLanguage();
  return (
    <header className="top">
      <div className="wrap top__inner">
        <Brand />
        <nav className="top__navigation" aria-label={t('navigation.main')}>
          <PageLinks />
        </nav>
        <div className="top__tools">
          <Link
            className="button button--quiet button--icon"
            to="/directory"
            aria-label={t('navigation.search')}
            title={t('navigation.search')}
          >
            <SearchIcon />
          </Link>
          <Menu
            label={t('navigation.language', { language: languageNames[language] })}
            className="top__language"
            button={<span lang={language}>{languageNames[language]}</span>}
          >
            {(close) => <LanguageLinks onChoose={close} />}
          </Menu>
          <button
            type="button"
            className="button button--quiet button--icon"
            aria-label={t('navigation.theme')}
            title={t('navigation.theme')}
            onClick={switchTheme}
          >
            <ThemeIcon />
          </button>
          {account}
          <Menu label={t('navigation.menu')} className="top__menu" button={<MenuIcon />}>
            {(close) => (
              <>
                <PageLinks onChoose={close} />
                {accountLinks?.(close)}
                <LanguageLinks onChoose={close} />
              </>
            )}
          </Menu>
        </div>
      </div>
    </header>
  );
}

const pages = [
  { to: '/directory', words: 'navigation.directory', isHere: (path: string) => /^\/(directory|organisations)(\/|$)/.test(path) },
  { to: '/map', words: 'navigation.map', isHere: (path: string) => path === '/map' },
  { to: '/sources', words: 'navigation.sources', isHere: (path: string) => path === '/sources' },
] as const;

function PageLinks({ onChoose }: { onChoose?: () => void }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  return (
    <ul>
      {pages.map(({ to, words, isHere }) => (
        <li key={to}>
          <Link to={to} aria-current={pathname === to ? 'page' : isHere(pathname) ? 'true' : undefined} onClick={onChoose}>
            {t(words)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
