import { useTranslation } from '../../ui/useTranslation.js';
import type { IdentifierScheme, NameKind, OrganisationLevel, OrganisationType } from '../../generated/graphql.js';
import { SelectField, TextField, type Typing } from '../../people/form/index.js';
import { useFormat, useLanguage } from '../../ui/format.js';
import { countryCodes, directionOf, languageCodes } from './codes.js';
import { ManyField, PickedField, RowsField } from './fields.js';
import type { ExchangeValues, IdentityValues, PresenceValues, WorkValues } from './sectionValues.js';
import { levels, mechanisms, organisationTypes } from '../vocabulary.js';
import { identifierSchemes, nameKinds } from './vocabulary.js';

interface Labelled {
  readonly id: string;
  readonly label: string;
}

export interface Vocabulary {
  readonly themes: readonly Labelled[];
  readonly exchanges: readonly Labelled[];
}

/** Choices in the order of the reader's alphabet. */
function useChoices(codes: readonly string[], nameOf: (code: string) => string) {
  const { compare } = useFormat();
  return codes.map((value) => ({ value, label: nameOf(value) })).sort((one, other) => compare(one.label, other.label));
}

function useCountries() {
  const format = useFormat();
  return useChoices(countryCodes, (code) => format.country(code));
}

function useLanguages() {
  const format = useFormat();
  return useChoices(languageCodes, (code) => format.language(code));
}

const asChoices = (labelled: readonly Labelled[]) => labelled.map(({ id, label }) => ({ value: id, label }));

export function IdentityFields({ field, values, set }: Typing<IdentityValues>) {
  const { t } = useTranslation('keeping');
  const { t: inDirectory } = useTranslation('directory');
  const languageChoices = useLanguages();
  const at = (name: string) => field(`change.identity.${name}`);
  const none = { value: '' as const, label: t('profile.notStated') };
  return (
    <>
      <TextField {...at('name')} label={t('field.NAME')} value={values.name} onChange={(name) => set('name', name)} />
      <div className="fields">
        <TextField {...at('acronym')} label={t('field.ACRONYM')} value={values.acronym} onChange={(acronym) => set('acronym', acronym)} />
        <TextField
          {...at('foundedIn')}
          label={t('field.FOUNDED_IN')}
          inputMode="numeric"
          value={values.foundedIn}
          onChange={(foundedIn) => set('foundedIn', foundedIn)}
        />
        <SelectField<OrganisationType | ''>
          {...at('type')}
          label={t('field.TYPE')}
          value={values.type}
          onChange={(type) => set('type', type)}
          options={[none, ...organisationTypes.map((value) => ({ value, label: t(`type.${value}`) }))]}
        />
        <SelectField<OrganisationLevel>
          {...at('level')}
          label={t('field.LEVEL')}
          value={values.level}
          onChange={(level) => set('level', level)}
          options={levels.map((value) => ({ value, label: inDirectory(`level.${value}`) }))}
        />
        <SelectField
          {...at('country')}
          label={t('field.COUNTRY')}
          value={values.country}
          onChange={(country) => set('country', country)}
          options={[none, ...useCountries()]}
        />
      </div>
      <RowsField
        {...at('names')}
        legend={t('field.NAMES')}
        rows={values.names}
        onChange={(names) => set('names', names)}
        empty={{ text: '', language: '', kind: 'TRANSLATED' as NameKind }}
        add={t('identity.addName')}
      >
        {(row, index, change) => (
          <div className="fields">
            <TextField
              {...at(`names.${index}.text`)}
              label={t('identity.otherName')}
              lang={row.language || undefined}
              dir={directionOf(row.language || null)}
              value={row.text}
              onChange={(text) => change({ text })}
            />
            <SelectField
              {...at(`names.${index}.language`)}
              label={t('identity.itsLanguage')}
              value={row.language}
              onChange={(language) => change({ language })}
              options={[{ value: '', label: t('identity.noLanguage') }, ...languageChoices]}
            />
            <SelectField<NameKind>
              {...at(`names.${index}.kind`)}
              label={t('identity.nameKind')}
              value={row.kind}
              onChange={(kind) => change({ kind })}
              options={nameKinds.map((value) => ({ value, label: t(`nameKind.${value}`) }))}
            />
          </div>
        )}
      </RowsField>
      <RowsField
        {...at('identifiers')}
        legend={t('field.IDENTIFIERS')}
        rows={values.identifiers}
        onChange={(identifiers) => set('identifiers', identifiers)}
        empty={{ scheme: 'ROR' as IdentifierScheme, value: '' }}
        add={t('identity.addIdentifier')}
      >
        {(row, index, change) => (
          <div className="fields">
            <SelectField<IdentifierScheme>
              {...at(`identifiers.${index}.scheme`)}
              label={t('identity.scheme')}
              value={row.scheme}
              onChange={(scheme) => change({ scheme })}
              options={identifierSchemes.map((value) => ({ value, label: t(`scheme.${value}`) }))}
            />
            <TextField
              {...at(`identifiers.${index}.value`)}
              label={t('identity.identifier')}
              dir="ltr"
              value={row.value}
              onChange={(value) => change({ value })}
            />
          </div>
        )}
      </RowsField>
    </>
  );
}

export function WorkFields({ field, values, set, vocabulary }: Typing<WorkValues> & { vocabulary: Vocabulary }) {
  const { t } = useTranslation('keeping');
  const at = (name: string) => field(`change.work.${name}`);
  return (
    <>
      <PickedField
        {...at('themes')}
        legend={t('field.THEMES')}
        chosen={values.themes}
        onChange={(themes) => set('themes', themes)}
        options={asChoices(vocabulary.themes)}
        add={t('work.addTheme')}
      />
      <ManyField
        {...at('mechanisms')}
        legend={t('field.MECHANISMS')}
        chosen={values.mechanisms}
        onChange={(chosen) =>
          set(
            'mechanisms',
            mechanisms.filter((each) => chosen.includes(each)),
          )
        }
        options={mechanisms.map((value) => ({ value, label: t(`mechanism.${value}`) }))}
      />
      <PickedField
        {...at('countriesOfWork')}
        legend={t('field.COUNTRIES_OF_WORK')}
        chosen={values.countriesOfWork}
        onChange={(countries) => set('countriesOfWork', countries)}
        options={useCountries()}
        add={t('work.addCountry')}
      />
      <PickedField
        {...at('languages')}
        legend={t('field.LANGUAGES')}
        chosen={values.languages}
        onChange={(chosen) => set('languages', chosen)}
        options={useLanguages()}
        add={t('work.addLanguage')}
      />
    </>
  );
}

export function ExchangeFields({ field, values, set, vocabulary }: Typing<ExchangeValues> & { vocabulary: Vocabulary }) {
  const { t } = useTranslation('keeping');
  const options = asChoices(vocabulary.exchanges);
  return (
    <>
      <ManyField
        {...field('change.exchange.offers')}
        legend={t('field.OFFERS')}
        chosen={values.offers}
        onChange={(offers) => set('offers', offers)}
        options={options}
      />
      <ManyField
        {...field('change.exchange.seeks')}
        legend={t('field.SEEKS')}
        chosen={values.seeks}
        onChange={(seeks) => set('seeks', seeks)}
        options={options}
      />
    </>
  );
}

const longestDescription = 2000;

export function PresenceFields({ field, values, set }: Typing<PresenceValues>) {
  const { t } = useTranslation('keeping');
  const languageChoices = useLanguages();
  const language = useLanguage();
  const at = (name: string) => field(`change.presence.${name}`);
  return (
    <>
      <TextField
        {...at('website')}
        label={t('field.WEBSITE')}
        hint={t('presence.websiteHint')}
        type="url"
        dir="ltr"
        value={values.website}
        onChange={(website) => set('website', website)}
      />
      <RowsField
        {...at('descriptions')}
        legend={t('field.DESCRIPTIONS')}
        rows={values.descriptions}
        onChange={(descriptions) => set('descriptions', descriptions)}
        empty={{ language, text: '' }}
        add={t('presence.addDescription')}
      >
        {(row, index, change) => (
          <div className="stack">
            <SelectField
              {...at(`descriptions.${index}.language`)}
              label={t('presence.itsLanguage')}
              value={row.language}
              onChange={(code) => change({ language: code })}
              options={languageChoices}
            />
            <DescriptionField at={at(`descriptions.${index}.text`)} row={row} onChange={(text) => change({ text })} />
          </div>
        )}
      </RowsField>
    </>
  );
}

/** One description with how much of it is left. */
function DescriptionField({
  at,
  row,
  onChange,
}: {
  at: { id: string; error: string | undefined };
  row: { language: string; text: string };
  onChange(text: string): void;
}) {
  const { t } = useTranslation('keeping');
  const { id, error } = at;
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {t('presence.description')}
      </label>
      <textarea
        id={id}
        className="input reason"
        rows={6}
        lang={row.language}
        dir={directionOf(row.language)}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}left`}
        value={row.text}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}left`} className="field__hint">
        {t('presence.left', { count: longestDescription - row.text.length })}
      </p>
      {error && <p className="field__error">{error}</p>}
    </div>
  );
}
