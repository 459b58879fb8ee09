import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import type { ProfileField } from '../../generated/graphql.js';
import { ActForm, ReasonField } from '../../people/form/index.js';
import { ManyField } from '../keeping/fields.js';

const decidePair = graphql(`
  fragment DecidePair on PossibleDuplicate {
    id
    left {
      id
      name
      profileVersion
    }
    right {
      id
      name
      profileVersion
    }
  }
`);

const keepApart = graphql(`
  mutation KeepApart($input: KeepApartInput!) {
    keepApart(input: $input) {
      __typename
      ... on PossibleDuplicate {
        id
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

const mergeOrganisations = graphql(`
  mutation MergeOrganisations($input: MergeOrganisationsInput!) {
    mergeOrganisations(input: $input) {
      __typename
      ... on OrganisationMerge {
        id
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

const takeable: readonly ProfileField[] = [
  'NAME',
  'ACRONYM',
  'NAMES',
  'TYPE',
  'LEVEL',
  'COUNTRY',
  'FOUNDED_IN',
  'IDENTIFIERS',
  'THEMES',
  'MECHANISMS',
  'COUNTRIES_OF_WORK',
  'LANGUAGES',
  'OFFERS',
  'SEEKS',
  'WEBSITE',
  'DESCRIPTIONS',
];

interface Props {
  pair: FragmentType<typeof decidePair>;
  onDecided(words: string): void;
}

/** What the secretariat can decide about a pair: that they are two, or which of them stays and what it takes from the other. */
export function DecidePair({ pair, onDecided }: Props) {
  const { t } = useTranslation('sources');
  const { id, left, right } = readFragment(decidePair, pair);
  const [open, setOpen] = useState<'apart' | 'left' | 'right'>();
  const close = () => setOpen(undefined);
  if (open === 'apart') {
    return (
      <ActForm
        mutation={keepApart}
        title={t('apart.title')}
        submit={t('apart.act')}
        look="plain"
        initial={{ reason: '' }}
        inputOf={({ reason }: { reason: string }) => ({ duplicateId: id, reason })}
        onDone={() => onDecided(t('apart.done', { one: left.name, other: right.name }))}
        onClose={close}
        paths={['reason']}
      >
        {({ field, values, set }) => (
          <ReasonField {...field('reason')} value={values.reason} onChange={(reason) => set('reason', reason)} />
        )}
      </ActForm>
    );
  }
  if (open) {
    const [stays, goes] = open === 'left' ? [left, right] : [right, left];
    return (
      <ActForm
        mutation={mergeOrganisations}
        title={t('merge.title', { stays: stays.name })}
        submit={t('merge.act')}
        look="danger"
        initial={{ taken: [] as ProfileField[], reason: '' }}
        inputOf={({ taken, reason }: { taken: ProfileField[]; reason: string }) => ({
          staysId: stays.id,
          staysVersion: stays.profileVersion,
          goesId: goes.id,
          goesVersion: goes.profileVersion,
          taken,
          reason,
        })}
        onDone={() => onDecided(t('merge.done', { stays: stays.name, goes: goes.name }))}
        onClose={close}
        way={(refusal) =>
          refusal.__typename === 'ProfileChangedMeanwhile' && (
            <button type="button" className="button" onClick={() => onDecided('')}>
              {t('merge.lookAgain')}
            </button>
          )
        }
        paths={['taken', 'reason']}
      >
        {({ field, values, set }) => (
          <>
            <p>{t('merge.what', { stays: stays.name, goes: goes.name })}</p>
            <TakenField field={field('taken')} goes={goes.name} taken={values.taken} onChange={(taken) => set('taken', taken)} />
            <ReasonField {...field('reason')} value={values.reason} onChange={(reason) => set('reason', reason)} />
          </>
        )}
      </ActForm>
    );
  }
  return (
    <div className="row pairs__acts">
      <button type="button" className="button" onClick={() => setOpen('left')}>
        {t('merge.keep', { name: left.name })}
      </button>
      <button type="button" className="button" onClick={() => setOpen('right')}>
        {t('merge.keep', { name: right.name })}
      </button>
      <button type="button" className="button" onClick={() => setOpen('apart')}>
        {t('apart.open')}
      </button>
    </div>
  );
}

interface Field {
  id: string;
  error: string | undefined;
}

function TakenField({
  field,
  goes,
  taken,
  onChange,
}: {
  field: Field;
  goes: string;
  taken: readonly ProfileField[];
  onChange(taken: ProfileField[]): void;
}) {
  const { t } = useTranslation('sources');
  const { t: inKeeping } = useTranslation('keeping');
  return (
    <ManyField
      {...field}
      legend={t('merge.taken', { goes })}
      chosen={taken}
      onChange={(chosen) => onChange(takeable.filter((each) => chosen.includes(each)))}
      options={takeable.map((value) => ({ value, label: inKeeping(`field.${value}`) }))}
    />
  );
}
