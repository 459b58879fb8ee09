import { type ReactNode, useRef } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import type { KeptOrganisationFragment, ProfileSectionInput } from '../../generated/graphql.js';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import { ActForm, ReasonField, type Typing } from '../../people/form/index.js';
import { Differences } from './Differences.js';
import { profileSections } from './ProfileSections.js';
import { ExchangeFields, IdentityFields, PresenceFields, type Vocabulary, WorkFields } from './sectionForms.js';
import { exchangeChange, exchangeOf, identityChange, identityOf, presenceChange, presenceOf, workChange, workOf } from './sectionValues.js';

const changedMeanwhile = graphql(`
  fragment ChangedMeanwhile on ProfileChangedMeanwhile {
    versionNow
    differences {
      ...DifferenceRow
    }
    organisationNow {
      ...KeptOrganisation
    }
  }
`);

const changeProfile = graphql(`
  mutation ChangeProfile($input: ChangeProfileInput!, $language: Language) {
    changeProfile(input: $input) {
      __typename
      ... on Organisation {
        ...KeptOrganisation
      }
      ... on Refusal {
        message
        ...WrongFields
      }
      ...ChangedMeanwhile
    }
  }
`);

const proposeProfileChange = graphql(`
  mutation ProposeProfileChange($input: ProposeProfileChangeInput!, $language: Language) {
    proposeProfileChange(input: $input) {
      __typename
      ... on ProfileProposal {
        ...KeptProposal
      }
      ... on Refusal {
        message
        ...WrongFields
      }
      ...ChangedMeanwhile
    }
  }
`);

export type ChangeableSection = 'IDENTITY' | 'WORK' | 'EXCHANGE' | 'PRESENCE';
export type FormMode = 'change' | 'propose';

interface Props {
  section: ChangeableSection;
  mode: FormMode;
  organisation: KeptOrganisationFragment;
  vocabulary: Vocabulary;
  draft: string;
  onDone(): void;
  onClose(): void;
}

interface Values {
  version: string;
  reason: string;
}

interface Shape<T extends Values> {
  initial: T;
  changeOf(values: T): ProfileSectionInput;
  fields(typing: Typing<T>): ReactNode;
  paths: readonly string[];
}

const rows = Array.from({ length: 12 }, (_, index) => index);
const pathsOfRows = (path: string, ...parts: string[]) => rows.flatMap((index) => parts.map((part) => `${path}.${index}.${part}`));
const below = (section: string, ...fields: string[]) => fields.map((field) => `change.${section}.${field}`);

/** The form of one section: changes it for the organisation's own people, proposes the change for the secretariat. */
export function SectionForm(props: Props) {
  const { section, organisation, vocabulary } = props;
  const profile = readFragment(profileSections, organisation);
  switch (section) {
    case 'IDENTITY':
      return (
        <OneForm
          {...props}
          shape={{
            initial: identityOf(organisation, profile),
            changeOf: identityChange,
            fields: (typing) => <IdentityFields {...typing} />,
            paths: [
              ...below('identity', 'name', 'acronym', 'names', 'type', 'level', 'country', 'foundedIn', 'identifiers'),
              ...pathsOfRows('change.identity.names', 'text', 'language'),
              ...pathsOfRows('change.identity.identifiers', 'scheme', 'value'),
            ],
          }}
        />
      );
    case 'WORK':
      return (
        <OneForm
          {...props}
          shape={{
            initial: workOf(organisation, profile),
            changeOf: workChange,
            fields: (typing) => <WorkFields {...typing} vocabulary={vocabulary} />,
            paths: below('work', 'themes', 'mechanisms', 'countriesOfWork', 'languages'),
          }}
        />
      );
    case 'EXCHANGE':
      return (
        <OneForm
          {...props}
          shape={{
            initial: exchangeOf(organisation, profile),
            changeOf: exchangeChange,
            fields: (typing) => <ExchangeFields {...typing} vocabulary={vocabulary} />,
            paths: below('exchange', 'offers', 'seeks'),
          }}
        />
      );
    case 'PRESENCE':
      return (
        <OneForm
          {...props}
          shape={{
            initial: presenceOf(organisation, profile),
            changeOf: presenceChange,
            fields: (typing) => <PresenceFields {...typing} />,
            paths: [...below('presence', 'website', 'descriptions'), ...pathsOfRows('change.presence.descriptions', 'text', 'language')],
          }}
        />
      );
  }
}

function OneForm<T extends Values>({ section, mode, organisation: { id }, draft, onDone, onClose, shape }: Props & { shape: Shape<T> }) {
  const { t } = useTranslation('keeping');
  const language = useLabelLanguage();
  const decidedOn = useRef<string>(undefined);
  const { initial, changeOf, fields, paths } = shape;
  const common = {
    initial,
    draft,
    onDone,
    onClose,
    look: 'primary' as const,
    way: (refusal: { __typename?: string }) =>
      isMeanwhile(refusal) && <BothSides refusal={refusal} onKeepMine={(version) => (decidedOn.current = version)} />,
  };
  const inputOf = (values: T) => ({ organisationId: id, version: decidedOn.current ?? values.version, change: changeOf(values) });
  if (mode === 'change') {
    return (
      <ActForm
        {...common}
        mutation={changeProfile}
        variables={{ language }}
        title={t('form.change', { section: t(`section.${section}`) })}
        submit={t('form.save')}
        inputOf={inputOf}
        paths={paths}
      >
        {fields}
      </ActForm>
    );
  }
  return (
    <ActForm
      {...common}
      mutation={proposeProfileChange}
      variables={{ language }}
      title={t('form.propose', { section: t(`section.${section}`) })}
      submit={t('form.sendProposal')}
      inputOf={(values) => ({ ...inputOf(values), reason: values.reason })}
      paths={[...paths, 'reason']}
    >
      {(typing) => (
        <>
          {fields(typing)}
          <ReasonField
            {...typing.field('reason')}
            hint={t('form.reasonHint')}
            value={typing.values.reason}
            onChange={(reason) => typing.set('reason', reason as T['reason'])}
          />
        </>
      )}
    </ActForm>
  );
}

type Meanwhile = { __typename: 'ProfileChangedMeanwhile' } & FragmentType<typeof changedMeanwhile>;

function isMeanwhile(refusal: { __typename?: string }): refusal is Meanwhile {
  return refusal.__typename === 'ProfileChangedMeanwhile';
}

/** What somebody else has made of it beside what was typed; nothing is decided until the reader decides. */
function BothSides({ refusal, onKeepMine }: { refusal: Meanwhile; onKeepMine(version: string): void }) {
  const { t } = useTranslation('keeping');
  const { differences, versionNow } = readFragment(changedMeanwhile, refusal);
  return (
    <>
      <Differences differences={differences} before={t('meanwhile.now')} after={t('meanwhile.yours')} />
      <p>
        <button type="submit" className="button" onClick={() => onKeepMine(versionNow)}>
          {t('meanwhile.keepMine')}
        </button>{' '}
        <span className="small">{t('meanwhile.orLeave')}</span>
      </p>
    </>
  );
}
