/** A visit as one of the two organisations sees it. */
export interface PastVisit {
  /** The key of the other organisation, host or visitor. */
  readonly otherId: string;
  /** YYYY-MM-DD. */
  readonly on: string;
}

/** The visits of an organisation that have taken place, as host or as visitor. */
export type PastVisits = (organisationId: string) => readonly PastVisit[];

const sources = new Set<PastVisits>();

/** The door at which a room that keeps visits says which have taken place; gives the way to take that back. */
export function registerPastVisits(source: PastVisits): () => void {
  sources.add(source);
  return () => void sources.delete(source);
}

/** By the key of the other organisation: the days on which one visited the other. */
export function visitsOf(organisationId: string): Map<string, string[]> {
  const visits = new Map<string, string[]>();
  for (const source of sources) {
    for (const { otherId, on } of source(organisationId)) visits.set(otherId, [...(visits.get(otherId) ?? []), on]);
  }
  return visits;
}
