import { useTranslation } from '../../ui/useTranslation.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import type { DemonstrationRole } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { useArrive } from './useArrive.js';

const signInAsDemonstrationPerson = graphql(`
  mutation SignInAsDemonstrationPerson($input: SignInAsDemonstrationPersonInput!) {
    signInAsDemonstrationPerson(input: $input) {
      __typename
      ... on Viewer {
        person {
          id
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** One click for each kind of user; every one of them is invented. */
export function DemonstrationPeople({
  people,
  back,
}: {
  people: readonly { role: DemonstrationRole; name: string }[];
  back: string | undefined;
}) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(signInAsDemonstrationPerson);
  const arrive = useArrive();
  const signIn = async (role: DemonstrationRole) => {
    if (await run({ input: { role } })) await arrive(back);
  };
  return (
    <section className="section people-section" aria-labelledby="demonstration">
      <div className="section__head">
        <h2 id="demonstration">{t('demonstration.title')}</h2>
        <span className="tag tag--line">{t('fictional')}</span>
      </div>
      <p className="prose">{t('demonstration.text')}</p>
      <TroubleNotice trouble={trouble} />
      <ul className="lines people-lines">
        {people.map(({ role, name }) => (
          <li key={role}>
            <div>
              <h3>{t(`role.${role}`)}</h3>
              <p className="small quiet">{t(`roleDoes.${role}`)}</p>
            </div>
            <button type="button" className="button" aria-disabled={isRunning} onClick={() => void signIn(role)}>
              {t('demonstration.signInAs', { name })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
