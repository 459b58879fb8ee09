import { graphql } from '../../generated/index.js';

/** A profile as its forms need it: what is kept, with the version of each section. */
export const keptOrganisation = graphql(`
  fragment KeptOrganisation on Organisation {
    id
    slug
    name
    acronym
    level
    country
    place {
      precision
      city
      region
    }
    identityVersion: profileVersion(of: IDENTITY)
    workVersion: profileVersion(of: WORK)
    exchangeVersion: profileVersion(of: EXCHANGE)
    presenceVersion: profileVersion(of: PRESENCE)
    affiliationsVersion: profileVersion(of: AFFILIATIONS)
    ...ProfileSections
  }
`);

/** Both sides of each field that differs. */
export const differenceRows = graphql(`
  fragment DifferenceRow on ProfileDifference {
    field
    before {
      code
      text
      language
    }
    after {
      code
      text
      language
    }
  }
`);

export const keptProposal = graphql(`
  fragment KeptProposal on ProfileProposal {
    id
    section
    reason
    state
    proposedAt
    expiresAt
    answer
    answeredAt
    viewerCanAnswer
    viewerCanWithdraw
    proposedBy {
      id
      name
    }
    answeredBy {
      id
      name
    }
    organisation {
      id
      slug
      name
    }
    differences {
      ...DifferenceRow
    }
  }
`);
