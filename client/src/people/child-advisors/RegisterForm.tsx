import { ActForm } from '../form/ActForm.js';
import { SelectField, TextField } from '../form/fields.js';
import type { AgeBand, RegionalGroup } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { OrganisationChoice } from './OrganisationChoice.js';
import type { ReadRecord } from './RecordEntry.js';
import { useChildWords } from './useChildWords.js';

const registerChildAdvisor = graphql(`
  mutation RegisterChildAdvisor($input: RegisterChildAdvisorInput!) {
    registerChildAdvisor(input: $input) {
      __typename
      ... on ChildRecord {
        id
        pseudonym
        ...ChildRecordEntry
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

/** The name under which an unsent registration is kept. */
export function registerDraft(viewerId: string): string {
  return `child advisor ${viewerId}`;
}

const ageBands: readonly AgeBand[] = ['FROM_7_TO_12', 'FROM_13_TO_17'];
const regions: readonly RegionalGroup[] = [
  'AFRICA',
  'ASIA_PACIFIC',
  'EASTERN_EUROPE',
  'LATIN_AMERICA_AND_CARIBBEAN',
  'WESTERN_EUROPE_AND_OTHERS',
];

const initial = {
  pseudonym: '',
  ageBand: 'FROM_13_TO_17' as AgeBand,
  region: 'AFRICA' as RegionalGroup,
  languages: '',
  mandateStartsOn: '',
  mandateEndsOn: '',
  supportingOrganisationId: '',
  organisationName: '',
};

/** Adds a child advisor by a pseudonym, with no more than the network needs to know; shown to nobody until consents are recorded. */
export function RegisterForm({
  draft,
  onClose,
  onRegistered,
}: {
  draft: string;
  onClose(): void;
  onRegistered(record: ReadRecord, pseudonym: string): void;
}) {
  const { t, nameOfLanguage } = useChildWords();
  const format = useFormat();
  return (
    <ActForm
      mutation={registerChildAdvisor}
      title={t('register.question')}
      submit={({ pseudonym }) => (pseudonym ? t('register.act', { pseudonym }) : t('register.actNobody'))}
      draft={draft}
      initial={initial}
      inputOf={({ organisationName: _, languages, ...rest }) => ({ ...rest, languages: codesIn(languages) })}
      paths={['pseudonym', 'languages', 'mandateStartsOn', 'mandateEndsOn', 'supportingOrganisationId']}
      wanted={['pseudonym', 'languages', 'mandateStartsOn', 'mandateEndsOn', 'supportingOrganisationId']}
      onClose={onClose}
      onDone={(record) => onRegistered(record, record.pseudonym)}
    >
      {({ field, values, set }) => (
        <>
          <p className="small">{t('register.text')}</p>
          <div className="fields">
            <TextField
              {...field('pseudonym')}
              label={t('record.pseudonym')}
              hint={t('register.pseudonymHint')}
              autoComplete="off"
              value={values.pseudonym}
              onChange={(typed) => set('pseudonym', typed)}
            />
            <SelectField<AgeBand>
              {...field('ageBand')}
              label={t('record.ageBand')}
              value={values.ageBand}
              onChange={(ageBand) => set('ageBand', ageBand)}
              options={ageBands.map((value) => ({ value, label: t(`ageBand.${value}`) }))}
            />
            <SelectField<RegionalGroup>
              {...field('region')}
              label={t('record.region')}
              value={values.region}
              onChange={(region) => set('region', region)}
              options={regions.map((value) => ({ value, label: t(`region.${value}`) }))}
            />
            <TextField
              {...field('languages')}
              label={t('record.languages')}
              hint={
                codesIn(values.languages).length > 0
                  ? format.list(codesIn(values.languages).map(nameOfLanguage))
                  : t('register.languagesHint')
              }
              dir="ltr"
              autoComplete="off"
              value={values.languages}
              onChange={(typed) => set('languages', typed)}
            />
            <TextField
              {...field('mandateStartsOn')}
              label={t('record.mandateStarts')}
              type="date"
              value={values.mandateStartsOn}
              onChange={(day) => set('mandateStartsOn', day)}
            />
            <TextField
              {...field('mandateEndsOn')}
              label={t('record.mandateEnds')}
              hint={t('register.mandateHint')}
              type="date"
              value={values.mandateEndsOn}
              onChange={(day) => set('mandateEndsOn', day)}
            />
          </div>
          <OrganisationChoice
            {...field('supportingOrganisationId')}
            chosen={{ id: values.supportingOrganisationId, name: values.organisationName }}
            onChoose={({ id, name }) => {
              set('supportingOrganisationId', id);
              set('organisationName', name);
            }}
          />
        </>
      )}
    </ActForm>
  );
}

/** The two-letter codes that somebody typed, with blanks or commas between them. */
function codesIn(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(/[\s,،;]+/)
    .filter(Boolean);
}
