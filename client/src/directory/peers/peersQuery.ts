import { graphql } from '../../generated/index.js';

/** Those worth meeting for an organisation; the page of the organisation and that of its peers ask the same. */
export const peersQuery = graphql(`
  query Peers($of: String!, $first: Int!, $language: Language!) {
    peers(of: $of, first: $first) {
      points
      organisation {
        id
        slug
        name
        level
        country
        isFictional
      }
      ...PeerReasons
    }
  }
`);
