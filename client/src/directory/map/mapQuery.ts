import { graphql } from '../../generated/index.js';

/** The list as it is asked for, the map of the same without what is chosen on the map itself, and the countries of an outlined network. */
export const mapQuery = graphql(`
  query DirectoryMap(
    $filter: OrganisationFilter
    $anywhere: OrganisationFilter
    $outlined: OrganisationFilter
    $hasOutline: Boolean!
    $search: String
    $sort: OrganisationSort
    $first: Int!
    $language: Language!
  ) {
    organisations(filter: $filter, search: $search, sort: $sort, first: $first) {
      totalCount
      unplacedCount
      edges {
        cursor
        ...SearchReasons
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
      facets {
        networks {
          network
          slug
        }
        ...FacetLabels
      }
      growth {
        years {
          year
          count
        }
        withoutKnownDay
      }
    }
    everywhere: organisations(filter: $anywhere, search: $search, first: 1) {
      totalCount
      unplacedCount
      ...PlacesOnMap
    }
    outlined: organisations(filter: $outlined, first: 1) @include(if: $hasOutline) {
      places {
        country
        latitude
        longitude
        count
      }
    }
    network {
      name
      foundedIn
      recordReadOn
      publishedCounts {
        on
        precision
        organisations
      }
    }
  }
`);
