import { useId, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { ConsentTable } from './ConsentTable.js';
import { purposes } from './purposes.js';
import { RecordConsentForm } from './RecordConsentForm.js';
import { RemoveAdvisorForm } from './RemoveAdvisorForm.js';
import { useChildWords } from './useChildWords.js';
import { WithdrawConsentForm } from './WithdrawConsentForm.js';

const childRecord = graphql(`
  fragment ChildRecordEntry on ChildRecord {
    id
    pseudonym
    ageBand
    region
    languages
    mandateStartsOn
    mandateEndsOn
    supportingOrganisationName
    consents {
      purpose
      isValid
      ...ConsentRow
    }
  }
`);

/** A record as the restricted store gave it. */
export type ReadRecord = { readonly id: string } & FragmentType<typeof childRecord>;

interface Props {
  record: ReadRecord;
  onChanged(words: string, record: ReadRecord | undefined): void;
  onRemoved(words: string): void;
}

/** All that is kept of one child advisor, with the consents and what can be done about them. */
export function RecordEntry({ record, onChanged, onRemoved }: Props) {
  const { t, nameOfLanguage } = useChildWords();
  const format = useFormat();
  const headingId = useId();
  const { id, pseudonym, ageBand, region, languages, mandateStartsOn, mandateEndsOn, supportingOrganisationName, consents } = readFragment(
    childRecord,
    record,
  );
  const [opened, setOpened] = useState<'record' | 'withdraw' | 'remove'>();
  const close = () => setOpened(undefined);
  const done = (words: string, changed: ReadRecord | undefined) => {
    close();
    onChanged(words, changed);
  };
  const valid = purposes.filter((purpose) => consents.some((consent) => consent.purpose === purpose && consent.isValid));
  return (
    <article className="stack record" aria-labelledby={headingId}>
      <h3 id={headingId}>
        <bdi>{pseudonym}</bdi>
      </h3>
      <dl className="fact-list small">
        <div>
          <dt>{t('record.whoIs')}</dt>
          <dd>
            {t(`ageBand.${ageBand}`)} · {t(`region.${region}`)}
          </dd>
        </div>
        <div>
          <dt>{t('record.languages')}</dt>
          <dd>{format.list(languages.map(nameOfLanguage))}</dd>
        </div>
        <div>
          <dt>{t('record.mandate')}</dt>
          <dd>
            {format.day(mandateStartsOn)} – {format.day(mandateEndsOn)}
          </dd>
        </div>
        <div>
          <dt>{t('record.supportedBy')}</dt>
          <dd>
            {supportingOrganisationName ? (
              <bdi>{supportingOrganisationName}</bdi>
            ) : (
              <span className="not-stated">{t('record.noOrganisation')}</span>
            )}
          </dd>
        </div>
      </dl>
      <ConsentTable pseudonym={pseudonym} consents={consents} />
      {opened === undefined && (
        <div className="row seat__acts">
          <button type="button" className="button" aria-label={t('consent.openOf', { pseudonym })} onClick={() => setOpened('record')}>
            {t('consent.open')}
          </button>
          {valid.length > 0 && (
            <button type="button" className="button" aria-label={t('withdraw.openOf', { pseudonym })} onClick={() => setOpened('withdraw')}>
              {t('withdraw.open')}
            </button>
          )}
          <button type="button" className="button" aria-label={t('remove.openOf', { pseudonym })} onClick={() => setOpened('remove')}>
            {t('remove.open')}
          </button>
        </div>
      )}
      {opened === 'record' && <RecordConsentForm recordId={id} pseudonym={pseudonym} onClose={close} onRecorded={done} />}
      {opened === 'withdraw' && <WithdrawConsentForm pseudonym={pseudonym} purposes={valid} onClose={close} onWithdrawn={done} />}
      {opened === 'remove' && (
        <RemoveAdvisorForm
          recordId={id}
          pseudonym={pseudonym}
          onClose={close}
          onRemoved={() => onRemoved(t('remove.done', { pseudonym }))}
        />
      )}
    </article>
  );
}
