import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { AuditFilter } from '../../generated/graphql.js';

/** What narrows the trail, as it stands in the address: an act, keys of actor, subject and organisation, days of UTC. */
export interface AuditView {
  act?: string;
  actor?: string;
  subject?: string;
  organisation?: string;
  from?: string;
  until?: string;
}

const names = ['act', 'actor', 'subject', 'organisation', 'from', 'until'] as const;

export function useAuditView() {
  const [query, setQuery] = useSearchParams();
  const view = useMemo<AuditView>(
    () => Object.fromEntries(names.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : []))),
    [query],
  );
  const filter = useMemo(() => filterOf(view), [view]);
  const change = (part: AuditView) => {
    const next = new URLSearchParams(query);
    for (const [name, value] of Object.entries(part)) {
      if (value) next.set(name, value as string);
      else next.delete(name);
    }
    setQuery(next, { replace: true });
  };
  const clear = () => change(Object.fromEntries(names.map((name) => [name, ''])));
  return { view, filter, isFiltered: Object.keys(view).length > 0, change, clear };
}

/** The last day is meant whole, so the filter ends where the next one begins. */
export function filterOf({ act, actor, subject, organisation, from, until }: AuditView): AuditFilter {
  return {
    ...(act && { acts: [act] }),
    ...(actor && { actorId: actor }),
    ...(subject && { subjectId: subject }),
    ...(organisation && { organisationId: organisation }),
    ...(isDay(from) && { from: `${from}T00:00:00.000Z` }),
    ...(isDay(until) && { until: new Date(Date.parse(until) + 86_400_000).toISOString() }),
  };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
