import './menu.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useLocation } from 'react-router';
import { graphql } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { Menu } from '../../ui/Menu.js';
import { useSignOut } from '../sign-in/useSignOut.js';
import { SignInLink } from './SignInLink.js';

const menuQuery = graphql(`
  query AccountMenu {
    viewer {
      person {
        id
        name
      }
      seats {
        id
      }
      viewerCanReadAuditTrail
      viewerCanReadOutbox
    }
  }
`);

/** The reader's name with what is theirs behind it; signing in while nobody is signed in. */
export function AccountMenu() {
  const { t } = useTranslation('app');
  const { data, error } = useQuery(menuQuery);
  if (!data && !error) return <SignInLink isUnsure />;
  const name = data?.viewer?.person.name;
  if (!name) return <SignInLink />;
  return (
    <Menu label={t('account.menu', { name })} className="account-menu" button={<bdi className="account-menu__name">{name}</bdi>}>
      {(close) => <OwnLinks onChoose={close} />}
    </Menu>
  );
}

/** The same for the menu of narrow windows. */
export function AccountLinks({ onChoose }: { onChoose(): void }) {
  const { data } = useQuery(menuQuery);
  if (data?.viewer) return <OwnLinks onChoose={onChoose} />;
  return (
    <ul>
      <li>
        <SignInLink className="" onChoose={onChoose} />
      </li>
    </ul>
  );
}

function OwnLinks({ onChoose }: { onChoose(): void }) {
  const { t } = useTranslation('app');
  const { pathname } = useLocation();
  const { data } = useQuery(menuQuery);
  const { signOut, isRunning } = useSignOut('here');
  const viewer = data?.viewer;
  const pages = [
    { to: '/account', words: t('account.account'), isOpen: true },
    { to: '/organisation', words: t('account.organisation'), isOpen: (viewer?.seats.length ?? 0) > 0 },
    { to: '/offices', words: t('account.offices'), isOpen: true },
    { to: '/child-advisors', words: t('account.childAdvisors'), isOpen: true },
    { to: '/audit', words: t('account.audit'), isOpen: viewer?.viewerCanReadAuditTrail },
    { to: '/outbox', words: t('account.outbox'), isOpen: viewer?.viewerCanReadOutbox },
  ];
  return (
    <ul>
      {pages.map(
        ({ to, words, isOpen }) =>
          isOpen && (
            <li key={to}>
              <Link to={to} aria-current={pathname === to ? 'page' : undefined} onClick={onChoose}>
                {words}
              </Link>
            </li>
          ),
      )}
      <li>
        <button
          type="button"
          className="account-menu__out"
          aria-disabled={isRunning}
          onClick={() => {
            onChoose();
            void signOut();
          }}
        >
          {t('account.signOut')}
        </button>
      </li>
    </ul>
  );
}
