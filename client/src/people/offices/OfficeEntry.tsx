import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm, reasonIn } from '../form/ActForm.js';
import { ReasonField } from '../form/fields.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { MomentDay } from '../Moment.js';

const officeEntry = graphql(`
  fragment OfficeEntry on Office {
    id
    kind
    scope
    startedAt
    endedAt
    viewerCanEnd
    person {
      id
      name
      isFictional
    }
  }
`);

const endOffice = graphql(`
  mutation EndOffice($input: EndOfficeInput!) {
    endOffice(input: $input) {
      __typename
      ... on Office {
        id
        endedAt
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

interface Props {
  office: FragmentType<typeof officeEntry>;
  viewerId: string | undefined;
  /** Whether the list speaks of a day, not of now. */
  isPast: boolean;
  onChanged(words: string): void;
}

/** One office: what it does, who holds it since when, and the question that ends it. */
export function OfficeEntry({ office, viewerId, isPast, onChanged }: Props) {
  const { t } = useTranslation('people');
  const { id, kind, scope, startedAt, endedAt, viewerCanEnd, person } = readFragment(officeEntry, office);
  const [isAsking, setIsAsking] = useState(false);
  const isOwn = person.id === viewerId;
  const name = person.name ?? t('person.erased');
  const label = t(`officeKind.${kind}`);
  return (
    <>
      <div>
        <h3>
          {label} {scope && <bdi className="tag">{scope}</bdi>}
        </h3>
        <p className="small quiet">{t(`officeDoes.${kind}`)}</p>
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          {isOwn && <span className="tag tag--mark">{t('seat.you')}</span>}{' '}
          {person.isFictional && <span className="tag tag--line">{t('fictional')}</span>}{' '}
          <span className="small quiet">
            {t('seat.since')} <MomentDay at={startedAt} />
            {endedAt && (
              <>
                {' '}
                {t('offices.until')} <MomentDay at={endedAt} />
              </>
            )}
          </span>
        </p>
      </div>
      {viewerCanEnd && !isPast && !endedAt && !isAsking && (
        <button type="button" className="button" onClick={() => setIsAsking(true)}>
          {isOwn ? t('offices.layDown') : t('offices.end', { name })}
        </button>
      )}
      {isAsking && (
        <ActForm
          mutation={endOffice}
          title={isOwn ? t('offices.layDownQuestion', { office: label }) : t('offices.endQuestion', { name, office: label })}
          submit={isOwn ? t('offices.layDown') : t('offices.endAct')}
          look="danger"
          cancel={t('end.keep')}
          initial={{ reason: '' }}
          inputOf={(values) => ({ officeId: id, ...reasonIn(values) })}
          paths={['reason']}
          onClose={() => setIsAsking(false)}
          onDone={() => onChanged(t('offices.ended', { name, office: label }))}
        >
          {({ field, values, set }) =>
            isOwn ? (
              <p className="small">{t('offices.atOnce')}</p>
            ) : (
              <ReasonField {...field('reason')} value={values.reason} onChange={(reason) => set('reason', reason)} />
            )
          }
        </ActForm>
      )}
    </>
  );
}
