import '../people.css';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useSearchParams } from 'react-router';
import { TextField } from '../form/fields.js';
import { hasDraft } from '../form/useDraft.js';
import { AskedPage } from '../../api/AskedPage.js';
import { graphql } from '../../generated/index.js';
import { EmptyState } from '../../ui/states.js';
import { AppointForm, appointDraft } from './AppointForm.js';
import { OfficeEntry } from './OfficeEntry.js';

const officesQuery = graphql(`
  query Offices($at: DateTime) {
    viewer {
      person {
        id
        name
      }
      viewerCanAppointTo
    }
    offices(at: $at) {
      id
      person {
        id
        name
      }
      ...OfficeEntry
    }
  }
`);

/** Who holds the offices of the network, now or on a day, and the appointing and ending of them. */
export function OfficesPage() {
  const { t } = useTranslation('people');
  const [query, setQuery] = useSearchParams();
  const day = dayOf(query.get('on'));
  const { data, error, refetch } = useQuery(officesQuery, {
    variables: { at: day ? `${day}T23:59:59.999Z` : null },
    fetchPolicy: 'cache-and-network',
  });
  const [said, setSaid] = useState('');
  const [isAppointing, setIsAppointing] = useState<boolean>();
  const choose = (chosen: string) => {
    const { on: _, ...rest } = Object.fromEntries(query);
    setQuery(chosen ? { ...rest, on: chosen } : rest, { replace: true });
  };
  const changed = (words: string) => {
    setSaid(words);
    setIsAppointing(false);
    void refetch();
  };
  return (
    <AskedPage title={t('offices.title')} lede={t('offices.text')} said={said} data={data} error={error} onRetry={() => void refetch()}>
      {({ viewer, offices }) => (
        <div className="split">
          <section aria-labelledby="held">
            <div className="section__head">
              <h2 id="held">{day ? t('offices.thatDay') : t('offices.now')}</h2>
              <span className="small quiet">{t('offices.count', { count: offices.length })}</span>
            </div>
            {offices.length === 0 ? (
              <EmptyState title={t('offices.none')}>
                <p>{t('offices.noneText')}</p>
              </EmptyState>
            ) : (
              <ul className="lines people-lines">
                {offices.map((office) => (
                  <li key={office.id}>
                    <OfficeEntry office={office} viewerId={viewer?.person.id} isPast={Boolean(day)} onChanged={changed} />
                  </li>
                ))}
              </ul>
            )}
          </section>
          <aside className="people-side">
            {viewer && viewer.viewerCanAppointTo.length > 0 && !day && (
              <section aria-labelledby="appoint">
                <h2 id="appoint" className="aside-title">
                  {t('appoint.title')}
                </h2>
                {(isAppointing ?? hasDraft(appointDraft(viewer.person.id))) ? (
                  <AppointForm
                    kinds={viewer.viewerCanAppointTo}
                    draft={appointDraft(viewer.person.id)}
                    onClose={() => setIsAppointing(false)}
                    onAppointed={(name) => changed(t('appoint.done', { name }))}
                  />
                ) : (
                  <button type="button" className="button button--primary" onClick={() => setIsAppointing(true)}>
                    {t('appoint.open')}
                  </button>
                )}
              </section>
            )}
            <section aria-labelledby="past">
              <h2 id="past" className="aside-title">
                {t('offices.history')}
              </h2>
              <TextField id="on" label={t('offices.on')} hint={t('offices.onHint')} type="date" value={day ?? ''} onChange={choose} />
              {day && (
                <button type="button" className="link-button" onClick={() => choose('')}>
                  {t('offices.backToNow')}
                </button>
              )}
            </section>
          </aside>
        </div>
      )}
    </AskedPage>
  );
}

function dayOf(text: string | null): string | undefined {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
