import { useTranslation } from '../../ui/useTranslation.js';
import { useLocation } from 'react-router';
import { Link } from '../../ui/Link.js';
import { signInAddress } from '../sign-in/wayBack.js';

/** The way to sign in and back to this page; unseen, but in its room, while it is not known whether somebody is signed in. */
export function SignInLink({
  isUnsure = false,
  className = 'button account-button',
  onChoose,
}: {
  isUnsure?: boolean;
  className?: string;
  onChoose?: () => void;
}) {
  const { t } = useTranslation('app');
  const { pathname, search } = useLocation();
  const isThere = pathname === '/sign-in';
  return (
    <Link
      className={className}
      style={isUnsure ? { visibility: 'hidden' } : undefined}
      to={isThere ? pathname + search : signInAddress(pathname + search)}
      aria-current={isThere ? 'page' : undefined}
      onClick={onChoose}
    >
      {t('account.signIn')}
    </Link>
  );
}
