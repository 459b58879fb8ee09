import { useLocation } from 'react-router';
import { Link } from '../ui/Link.js';
import { useLanguage } from '../ui/format.js';
import { languageNames, languages } from '../ui/language.js';

/** The same page in each language; the address says which, so that a link sent by mail opens in it. */
export function LanguageLinks({ onChoose }: { onChoose?: () => void }) {
  const { pathname, search, hash } = useLocation();
  const current = useLanguage();
  return (
    <ul className="language-links">
      {languages.map((language) => {
        const query = new URLSearchParams(search);
        query.set('lang', language);
        return (
          <li key={language}>
            <Link
              to={{ pathname, search: query.toString(), hash }}
              replace
              lang={language}
              hrefLang={language}
              aria-current={language === current ? 'true' : undefined}
              onClick={onChoose}
            >
              {languageNames[language]}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
