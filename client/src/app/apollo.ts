import { ApolloClient, InMemoryCache, type PossibleTypesMap } from '@apollo/client';
import { BaseHttpLink } from '@apollo/client/link/http';
import { connectionInPages } from './connectionInPages.js';

/** The cache of everything that the server has told, with the pages of one list as one list. */
export function createCache(possibleTypes: PossibleTypesMap): InMemoryCache {
  return new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Network: { keyFields: [] },
      Organisation: { fields: { history: connectionInPages([]) } },
      Query: {
        fields: {
          organisations: connectionInPages(['filter', 'search', 'sort']),
          possibleDuplicates: connectionInPages([]),
          profileProposals: connectionInPages(['states']),
          auditTrail: connectionInPages(['filter']),
          outbox: connectionInPages([]),
          people: connectionInPages(['search']),
        },
      },
    },
  });
}

export function createApolloClient(possibleTypes: PossibleTypesMap): ApolloClient {
  return new ApolloClient({
    cache: createCache(possibleTypes),
    link: new BaseHttpLink({
      uri: '/graphql',
      fetch: (address, options) =>
        fetch(address, { ...options, headers: { ...options?.headers, 'accept-language': document.documentElement.lang } }),
    }),
  });
}
