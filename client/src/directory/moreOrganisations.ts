import { graphql } from '../generated/index.js';

/** The next page of a list that is shown already; its counts and places are known. */
export const moreOrganisations = graphql(`
  query MoreOrganisations(
    $filter: OrganisationFilter
    $search: String
    $sort: OrganisationSort
    $first: Int!
    $after: String
    $language: Language!
  ) {
    organisations(filter: $filter, search: $search, sort: $sort, first: $first, after: $after) {
      edges {
        cursor
        ...SearchReasons
        node {
          id
          country
          ...OrganisationLine
          ...OrganisationRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
