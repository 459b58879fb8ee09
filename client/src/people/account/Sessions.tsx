import { useTranslation } from '../../ui/useTranslation.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Moment } from '../Moment.js';
import { useSignOut } from '../sign-in/useSignOut.js';

const sessionsFragment = graphql(`
  fragment Sessions on Viewer {
    sessions {
      id
      browser
      system
      signedInBy
      signedInAt
      lastUsedAt
      expiresAt
      isCurrent
    }
  }
`);

const revokeSession = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      __typename
      ... on SignedOut {
        sessionsEnded
      }
    }
  }
`);

/** The browsers in which the reader is signed in, each of which can be signed out from here. */
export function Sessions({ viewer, onChange }: { viewer: FragmentType<typeof sessionsFragment>; onChange(): void }) {
  const { t } = useTranslation('people');
  const { sessions } = readFragment(sessionsFragment, viewer);
  const revoke = useAct(revokeSession);
  const everywhere = useSignOut('everywhere');
  const end = async (sessionId: string) => {
    if (await revoke.run({ input: { sessionId } })) onChange();
  };
  return (
    <section className="section people-section" aria-labelledby="sessions">
      <div className="section__head">
        <h2 id="sessions">{t('sessions.title')}</h2>
        <span className="small quiet">{t('sessions.count', { count: sessions.length })}</span>
      </div>
      <TroubleNotice trouble={revoke.trouble ?? everywhere.trouble} />
      <ul className="lines people-lines">
        {sessions.map((session) => {
          const device = [session.browser ?? t('sessions.unknownBrowser'), session.system].filter(Boolean).join(', ');
          return (
            <li key={session.id}>
              <div>
                <h3>
                  <bdi>{device}</bdi> {session.isCurrent && <span className="tag tag--mark">{t('sessions.thisOne')}</span>}
                </h3>
                <p className="small quiet">
                  {t('sessions.lastUsed')} <Moment at={session.lastUsedAt} /> · {t(`signedInBy.${session.signedInBy}`)}{' '}
                  <Moment at={session.signedInAt} />
                </p>
                <p className="small quiet">
                  {t('sessions.endsAt')} <Moment at={session.expiresAt} />
                </p>
              </div>
              {!session.isCurrent && (
                <button type="button" className="button" aria-disabled={revoke.isRunning} onClick={() => void end(session.id)}>
                  {t('sessions.end', { device })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <p>
        <button
          type="button"
          className="button button--danger"
          aria-disabled={everywhere.isRunning}
          onClick={() => void everywhere.signOut()}
        >
          {t('sessions.everywhere')}
        </button>
      </p>
    </section>
  );
}
