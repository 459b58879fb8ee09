import type { Resolvers } from '../generated/graphql.js';
import { contactDetailsOf, seatsOf } from '../people/index.js';
import { confirmAgainOn } from './profile.js';
import * as queries from './queries.js';

export const resolvers: Resolvers = {
  Query: {
    organisations: (_, asked, context) => queries.organisations(context, asked),
    organisation: (_, { slug }, context) => queries.organisation(context, slug),
    network: (_, __, context) => queries.network(context),
    possibleDuplicates: (_, page, context) => queries.possibleDuplicates(context, page),
  },
  OrganisationConnection: {
    pointCount: ({ map }) => map.pointCount(),
    points: ({ map }) => map.points(),
    clusters: ({ map }, asked) => map.clusters(asked),
    growth: ({ map }) => map.growth(),
  },
  Organisation: {
    peers: (organisation, { first }, context) => queries.peers(context, organisation, first),
    seats: ({ id }, _, context) => seatsOf(context, id),
    contactDetails: ({ id }, _, context) => contactDetailsOf(context, id),
    ledNetworkSlug: (organisation, _, context) => queries.ledNetworkSlug(context, organisation),
  },
  Seat: {
    organisation: ({ organisationId }, _, context) => queries.organisationById(context, organisationId),
  },
  SeatHolding: {
    organisation: ({ organisationId }, _, context) => queries.organisationById(context, organisationId),
  },
  ChildRecord: {
    supportingOrganisation: ({ supportingOrganisationId }, _, context) => queries.organisationById(context, supportingOrganisationId),
  },
  AuditEntry: {
    organisation: ({ onBehalfOf }, _, context) => queries.organisationById(context, onBehalfOf),
  },
  SectionConfirmation: {
    confirmAgainOn,
  },
  Affiliation: {
    networkOrganisation: (affiliation, _, context) => queries.networkOrganisation(context, affiliation),
  },
};
