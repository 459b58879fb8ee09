import { useCallback, useEffect, useState } from 'react';
import { graphql } from '../../generated/index.js';
import type { FramedDirectoryQuery } from '../../generated/graphql.js';
import { useLanguage } from '../../ui/format.js';
import { type DirectoryView, variablesOf } from '../directoryView.js';
import { askAsStranger } from './askAsStranger.js';

export const pageSize = 12;

const framedQuery = graphql(`
  query FramedDirectory($filter: OrganisationFilter, $search: String, $sort: OrganisationSort, $first: Int!, $after: String) {
    organisations(filter: $filter, search: $search, sort: $sort, first: $first, after: $after) {
      totalCount
      unplacedCount
      edges {
        node {
          id
          country
          ...OrganisationLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      ...PlacesOnMap
    }
    network {
      recordReadOn
    }
  }
`);

/** What a frame shows: the first page, and further ones below it. */
export function useFramedDirectory(view: DirectoryView) {
  const language = useLanguage();
  const [data, setData] = useState<FramedDirectoryQuery>();
  const [hasFailed, setHasFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  const ask = useCallback(
    (after: string | null) => askAsStranger(framedQuery, { ...variablesOf(view), first: pageSize, after }, language),
    [view, language],
  );
  useEffect(() => {
    let isWanted = true;
    ask(null).then(
      (answer) => isWanted && setData(answer),
      () => isWanted && setHasFailed(true),
    );
    return () => {
      isWanted = false;
    };
  }, [ask, attempt]);

  const retry = () => {
    setHasFailed(false);
    setAttempt(attempt + 1);
  };
  const more = async () => {
    const next = await ask(data?.organisations.pageInfo.endCursor ?? null);
    setData(
      (shown) =>
        shown && { ...next, organisations: { ...next.organisations, edges: [...shown.organisations.edges, ...next.organisations.edges] } },
    );
  };
  return { data, hasFailed, retry, more };
}
