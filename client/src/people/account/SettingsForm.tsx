import { useMemo, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useSearchParams } from 'react-router';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { CheckField, SelectField, TextField } from '../form/fields.js';
import { useDraft } from '../form/useDraft.js';
import type { Language, Weekday } from '../../generated/graphql.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat, useLanguage } from '../../ui/format.js';
import { asLanguage, languageNames, languages, localeOf } from '../../ui/language.js';
import { offsetName, offsetOf } from '../../ui/zone.js';

const settingsForm = graphql(`
  fragment SettingsForm on Viewer {
    person {
      id
      name
    }
    account {
      id
      language
      timeZone
      workingHours {
        start
        end
      }
      weekend
    }
  }
`);

const changeSettings = graphql(`
  mutation ChangeSettings($input: ChangeSettingsInput!) {
    changeSettings(input: $input) {
      __typename
      ... on Viewer {
        ...SettingsForm
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

const weekdays: readonly Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const paths = ['name', 'language', 'timeZone', 'workingDayStart', 'workingDayEnd', 'weekend'];

/** Name, language, clock, working hours and weekend of the reader. */
export function SettingsForm({ viewer }: { viewer: FragmentType<typeof settingsForm> }) {
  const { t } = useTranslation('people');
  const { person, account } = readFragment(settingsForm, viewer);
  const { run, isRunning, trouble } = useAct(changeSettings);
  const [query, setQuery] = useSearchParams();
  const [isSaved, setIsSaved] = useState(false);
  const dayNames = useDayNames();
  const { values, set, clear } = useDraft(`settings ${person.id}`, {
    name: person.name ?? '',
    language: account.language,
    timeZone: account.timeZone,
    workingDayStart: account.workingHours.start,
    workingDayEnd: account.workingHours.end,
    weekend: account.weekend,
  });
  const save = async () => {
    setIsSaved(false);
    if (!(await run({ input: values }))) return;
    clear();
    setIsSaved(true);
    const language = asLanguage(values.language) ?? 'en';
    if (language !== document.documentElement.lang) setQuery({ ...Object.fromEntries(query), lang: language }, { replace: true });
  };
  const toggle = (day: Weekday, isFree: boolean) =>
    set(
      'weekend',
      isFree ? weekdays.filter((one) => one === day || values.weekend.includes(one)) : values.weekend.filter((one) => one !== day),
    );

  return (
    <section aria-labelledby="settings">
      <div className="section__head">
        <h2 id="settings">{t('settings.title')}</h2>
      </div>
      <Form submit={t('settings.save')} isRunning={isRunning} trouble={trouble} onSubmit={() => void save()} paths={paths}>
        {(field) => (
          <>
            <div className="fields">
              <TextField
                {...field('name')}
                label={t('settings.name')}
                hint={t('settings.nameHint')}
                autoComplete="name"
                value={values.name}
                onChange={(name) => set('name', name)}
              />
              <SelectField<Language>
                {...field('language')}
                label={t('settings.language')}
                hint={t('settings.languageHint')}
                value={values.language}
                onChange={(language) => set('language', language)}
                options={languages.map((language) => ({ value: language.toUpperCase() as Language, label: languageNames[language] }))}
              />
              <ZoneField field={field('timeZone')} value={values.timeZone} onChange={(timeZone) => set('timeZone', timeZone)} />
              <div className="fields fields--pair">
                <TextField
                  {...field('workingDayStart')}
                  label={t('settings.dayStart')}
                  type="time"
                  value={values.workingDayStart}
                  onChange={(start) => set('workingDayStart', start)}
                />
                <TextField
                  {...field('workingDayEnd')}
                  label={t('settings.dayEnd')}
                  type="time"
                  value={values.workingDayEnd}
                  onChange={(end) => set('workingDayEnd', end)}
                />
              </div>
            </div>
            <fieldset id={field('weekend').id} tabIndex={-1}>
              <legend className="field__label">{t('settings.weekend')}</legend>
              <div className="checks">
                {weekdays.map((day) => (
                  <CheckField
                    key={day}
                    label={dayNames(day)}
                    isChecked={values.weekend.includes(day)}
                    onChange={(isFree) => toggle(day, isFree)}
                  />
                ))}
              </div>
              {field('weekend').error && <p className="field__error">{field('weekend').error}</p>}
            </fieldset>
            <p role="status" className="small">
              {isSaved && !trouble && t('settings.saved')}
            </p>
          </>
        )}
      </Form>
    </section>
  );
}

/** A zone by its name among all that the browser knows, with the time that it is there now. */
function ZoneField({
  field,
  value,
  onChange,
}: {
  field: { id: string; error: string | undefined };
  value: string;
  onChange(value: string): void;
}) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const now = useMemo(() => new Date(), []);
  const isKnown = zones.includes(value);
  return (
    <>
      <TextField
        {...field}
        label={t('settings.timeZone')}
        hint={
          isKnown
            ? t('settings.thereNow', { time: format.time(now, value), zone: offsetName(offsetOf(value, now)) })
            : t('settings.timeZoneHint')
        }
        list={`${field.id}zones`}
        dir="ltr"
        autoComplete="off"
        value={value}
        onChange={onChange}
      />
      <datalist id={`${field.id}zones`}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function useDayNames(): (day: Weekday) => string {
  const locale = localeOf(useLanguage());
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
    // 1 January 2024 was a Monday.
    return (day) => format.format(new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day))));
  }, [locale]);
}
