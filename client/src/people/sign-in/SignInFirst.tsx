import { useTranslation } from '../../ui/useTranslation.js';
import { useLocation } from 'react-router';
import { Link } from '../../ui/Link.js';
import { ForbiddenState } from '../../ui/states.js';
import { signInAddress } from './wayBack.js';

/** Stands where a page needs somebody who is signed in; signing in leads back to it. */
export function SignInFirst() {
  const { t } = useTranslation('ui');
  const { t: inPeople } = useTranslation('people');
  const { pathname, search } = useLocation();
  return (
    <ForbiddenState isWholePage title={t('forbidden.signIn')}>
      <p>{t('forbidden.signInThen')}</p>
      <Link className="button button--primary" to={signInAddress(pathname + search)}>
        {inPeople('signIn.title')}
      </Link>
    </ForbiddenState>
  );
}
