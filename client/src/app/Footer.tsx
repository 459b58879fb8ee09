import { useTranslation } from '../ui/useTranslation.js';
import { Link } from '../ui/Link.js';

export function Footer() {
  const { t } = useTranslation('app');
  return (
    <footer className="footer">
      <div className="wrap footer__inner">
        <ul>
          <li>
            <Link to="/sources">{t('footer.sources')}</Link>
          </li>
          <li>
            <Link to="/directory/duplicates">{t('footer.duplicates')}</Link>
          </li>
          <li>
            <Link to="/child-advisors">{t('footer.childAdvisors')}</Link>
          </li>
          <li>
            <a href="/graphql">{t('footer.explorer')}</a>
          </li>
        </ul>
        <p>{t('footer.honest')}</p>
      </div>
    </footer>
  );
}
