import { useTranslation } from '../../ui/useTranslation.js';
import { SelectField, TextField } from '../form/fields.js';
import { acts, useActName } from './acts.js';
import { useAuditView } from './useAuditView.js';

/** Narrows the trail; a person, a subject and an organisation are chosen from an entry and taken away here. */
export function AuditFilters() {
  const { t } = useTranslation('people');
  const { view, change } = useAuditView();
  const nameOf = useActName();
  const known: readonly string[] = acts;
  const offered = view.act && !known.includes(view.act) ? [view.act, ...known] : known;
  return (
    <aside className="people-side" aria-labelledby="filters">
      <h2 id="filters" className="aside-title">
        {t('audit.filters')}
      </h2>
      <div className="stack">
        <SelectField
          id="act"
          label={t('audit.act')}
          value={view.act ?? ''}
          onChange={(act) => change({ act })}
          options={[{ value: '', label: t('audit.everyAct') }, ...offered.map((act) => ({ value: act, label: nameOf(act) }))]}
        />
        <TextField
          id="from"
          label={t('audit.from')}
          hint={t('audit.daysHint')}
          type="date"
          value={view.from ?? ''}
          onChange={(from) => change({ from })}
        />
        <TextField id="until" label={t('audit.until')} type="date" value={view.until ?? ''} onChange={(until) => change({ until })} />
        <ul className="row">
          {(['actor', 'subject', 'organisation'] as const).map(
            (name) =>
              view[name] && (
                <li key={name}>
                  <button type="button" className="chip" onClick={() => change({ [name]: '' })}>
                    {t(`auditOnly.${name}`)} <span aria-hidden="true">×</span>
                    <span className="visually-hidden">{t('audit.remove')}</span>
                  </button>
                </li>
              ),
          )}
        </ul>
      </div>
    </aside>
  );
}
