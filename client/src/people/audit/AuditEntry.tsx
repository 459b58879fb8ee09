import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { Moment } from '../Moment.js';
import { useActName } from './acts.js';
import { useAuditView } from './useAuditView.js';

const auditEntry = graphql(`
  fragment AuditEntry on AuditEntry {
    id
    sequence
    at
    act
    subjectType
    subjectId
    reason
    hash
    organisationId
    organisation {
      id
      name
    }
    actor {
      id
      name
    }
    changes {
      field
      before
      after
    }
  }
`);

/** One act: what, by whom, for whom, why, and what it changed. Its names narrow the trail to themselves. */
export function AuditEntry({ entry }: { entry: FragmentType<typeof auditEntry> }) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const nameOf = useActName();
  const { change } = useAuditView();
  const { sequence, at, act, actor, subjectType, subjectId, organisation, organisationId, reason, changes, hash } = readFragment(
    auditEntry,
    entry,
  );
  return (
    <article className="stack audit-entry">
      <h3>
        <button type="button" className="link-button" onClick={() => change({ act })}>
          {nameOf(act)}
        </button>
      </h3>
      <p className="small quiet">
        <Moment at={at} /> · {t('audit.number', { number: format.number(sequence) })}
      </p>
      <dl className="fact-list small">
        <div>
          <dt>{t('audit.who')}</dt>
          <dd>
            {actor ? (
              <button type="button" className="link-button" onClick={() => change({ actor: actor.id })}>
                <bdi>{actor.name ?? t('person.erased')}</bdi>
              </button>
            ) : (
              t('audit.noActor')
            )}
          </dd>
        </div>
        <div>
          <dt>{t('audit.subject')}</dt>
          <dd>
            {subjectType}{' '}
            <button type="button" className="link-button numerals" onClick={() => change({ subject: subjectId })}>
              <bdi>{subjectId}</bdi>
            </button>
          </dd>
        </div>
        {organisationId && (
          <div>
            <dt>{t('audit.onBehalfOf')}</dt>
            <dd>
              <button type="button" className="link-button" onClick={() => change({ organisation: organisationId })}>
                <bdi>{organisation?.name ?? organisationId}</bdi>
              </button>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('audit.reason')}</dt>
          <dd>{reason ? <bdi>{reason}</bdi> : <span className="not-stated">{t('audit.noReason')}</span>}</dd>
        </div>
      </dl>
      <details className="small">
        <summary>{t('audit.changes', { count: changes.length })}</summary>
        {changes.length > 0 && (
          <div className="table-box">
            <table className="table table--stacks">
              <thead>
                <tr>
                  <th scope="col">{t('audit.field')}</th>
                  <th scope="col">{t('audit.before')}</th>
                  <th scope="col">{t('audit.after')}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ field, before, after }) => (
                  <tr key={field}>
                    <th scope="row">{field}</th>
                    <td data-label={t('audit.before')}>
                      {before === null ? <span className="not-stated">{t('audit.nothing')}</span> : <bdi>{before}</bdi>}
                    </td>
                    <td data-label={t('audit.after')}>
                      {after === null ? <span className="not-stated">{t('audit.nothing')}</span> : <bdi>{after}</bdi>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <p className="quiet audit-entry__hash">
          {t('audit.hash')} <bdi className="numerals">{hash}</bdi>
        </p>
      </details>
    </article>
  );
}
