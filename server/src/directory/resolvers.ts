import type { Resolvers } from '../generated/graphql.js';
import { contactDetailsOf, seatsOf } from '../people/index.js';
import { confirmAgainOn } from './profile.js';
import { allPeerWeights, peers, peersOfSlug } from './peers/queries.js';
import { unRegionOf } from './places/unRegions.js';
import * as queries from './queries.js';
import { searchSuggestions } from './suggest.js';
import { asLanguage } from './themes/labels.js';
import { exchanges, exchangesOf, themeOf, thesaurus } from './themes/thesaurusFile.js';

export const resolvers: Resolvers = {
  Query: {
    organisations: (_, asked, context) => queries.organisations(context, asked),
    organisation: (_, { slug }, context) => queries.organisation(context, slug),
    network: (_, __, context) => queries.network(context),
    possibleDuplicates: (_, page, context) => queries.possibleDuplicates(context, page),
    themes: () => [...thesaurus.themes],
    exchanges: () => [...exchanges],
    searchSuggestions: (_, asked, context) => searchSuggestions(context, asked),
    peers: (_, { of, first }, context) => peersOfSlug(context, of, first),
    peerWeights: () => allPeerWeights(),
  },
  OrganisationConnection: {
    pointCount: ({ map }) => map.pointCount(),
    points: ({ map }) => map.points(),
    clusters: ({ map }, asked) => map.clusters(asked),
    growth: ({ map }) => map.growth(),
  },
  Organisation: {
    peers: (organisation, { first }, context) => peers(context, organisation, first),
    offers: ({ offers }) => exchangesOf(offers),
    seeks: ({ seeks }) => exchangesOf(seeks),
    unRegion: ({ country }) => unRegionOf(country) ?? null,
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
  AuditEntry: {
    organisation: ({ onBehalfOf }, _, context) => queries.organisationById(context, onBehalfOf),
  },
  Theme: {
    label: ({ label }, { language }, context) => label[asLanguage(language) ?? context.language],
    synonyms: ({ synonyms }, { language }, context) => [...synonyms[asLanguage(language) ?? context.language]],
    narrower: ({ narrower }) => narrower.map(themeOf),
  },
  ThemeCluster: {
    label: ({ label }, { language }, context) => label[asLanguage(language) ?? context.language],
  },
  OrganisationTheme: {
    theme: ({ themeId }) => themeOf(themeId),
  },
  Exchange: {
    label: ({ label }, { language }, context) => label[asLanguage(language) ?? context.language],
  },
  SearchReason: {
    theme: ({ themeId }) => (themeId === null ? null : themeOf(themeId)),
  },
  SectionConfirmation: {
    confirmAgainOn,
  },
  Affiliation: {
    networkOrganisation: (affiliation, _, context) => queries.networkOrganisation(context, affiliation),
  },
};
