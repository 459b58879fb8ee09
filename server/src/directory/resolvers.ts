import type { Resolvers } from '../generated/graphql.js';
import * as queries from './queries.js';

export const resolvers: Resolvers = {
  Query: {
    organisations: (_, asked, context) => queries.organisations(context, asked),
    organisation: (_, { slug }, context) => queries.organisation(context, slug),
    network: (_, __, context) => queries.network(context),
    possibleDuplicates: (_, page, context) => queries.possibleDuplicates(context, page),
  },
  Organisation: {
    peers: (organisation, { first }, context) => queries.peers(context, organisation, first),
    ledNetworkSlug: (organisation, _, context) => queries.ledNetworkSlug(context, organisation),
  },
  Affiliation: {
    networkOrganisation: (affiliation, _, context) => queries.networkOrganisation(context, affiliation),
  },
};
