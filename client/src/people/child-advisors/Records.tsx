import { useState } from 'react';
import { TroubleNotice } from '../acts/TroubleNotice.js';
import { useAct } from '../acts/useAct.js';
import { hasDraft } from '../form/useDraft.js';
import { graphql } from '../../generated/index.js';
import { EmptyState } from '../../ui/states.js';
import { type ReadRecord, RecordEntry } from './RecordEntry.js';
import { RegisterForm, registerDraft } from './RegisterForm.js';
import { useChildWords } from './useChildWords.js';

const readRecords = graphql(`
  mutation ReadChildRecords {
    readChildRecords {
      __typename
      ... on ChildRecordsRead {
        readAt
        records {
          id
          ...ChildRecordEntry
        }
      }
      ... on Refusal {
        message
      }
    }
  }
`);

interface Props {
  /** What was read; nothing until the reader asks for it. */
  records: readonly ReadRecord[] | undefined;
  viewerId: string;
  onKeep(records: readonly ReadRecord[]): void;
  onSaid(words: string): void;
  onClosed(): void;
}

/** What is in the restricted store while it is open. It is read by a click of its own, since each reading is kept in the audit trail. */
export function Records({ records, viewerId, onKeep, onSaid, onClosed }: Props) {
  const { t } = useChildWords();
  const { run, isRunning, trouble } = useAct(readRecords);
  const draft = registerDraft(viewerId);
  const [isRegistering, setIsRegistering] = useState(() => hasDraft(draft));
  const read = async () => {
    const answer = await run({});
    if (answer) onKeep(answer.records);
    else onClosed();
  };
  return (
    <section className="section people-section" aria-labelledby="records">
      <div className="section__head">
        <h2 id="records">{t('records.title')}</h2>
        {records && <span className="small quiet">{t('records.count', { count: records.length })}</span>}
      </div>
      <TroubleNotice trouble={trouble} />
      {!records ? (
        <div className="stack">
          <p className="prose">{t('records.unread')}</p>
          <button type="button" className="button button--primary" aria-disabled={isRunning} onClick={() => void read()}>
            {t('records.read')}
          </button>
        </div>
      ) : (
        <>
          {isRegistering ? (
            <RegisterForm
              draft={draft}
              onClose={() => setIsRegistering(false)}
              onRegistered={(record, pseudonym) => {
                setIsRegistering(false);
                onKeep([record, ...records]);
                onSaid(t('register.done', { pseudonym }));
              }}
            />
          ) : (
            <button type="button" className="button button--primary" onClick={() => setIsRegistering(true)}>
              {t('register.open')}
            </button>
          )}
          {records.length === 0 ? (
            <EmptyState title={t('records.none')}>
              <p>{t('records.noneText')}</p>
            </EmptyState>
          ) : (
            <ul className="lines">
              {records.map((record) => (
                <li key={record.id}>
                  <RecordEntry
                    record={record}
                    onChanged={(words, changed) => {
                      onSaid(words);
                      if (changed) onKeep(records.map((one) => (one.id === changed.id ? changed : one)));
                    }}
                    onRemoved={(words) => {
                      onSaid(words);
                      onKeep(records.filter(({ id }) => id !== record.id));
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
