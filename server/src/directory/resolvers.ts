import type { Resolvers } from '../generated/graphql.js';
import { contactDetailsOf, seatsOf } from '../people/index.js';
import { acceptProfileProposal } from './commands/acceptProfileProposal.js';
import { changeProfile } from './commands/changeProfile.js';
import { chooseListing } from './commands/chooseListing.js';
import { choosePlace } from './commands/choosePlace.js';
import { confirmProfileSection } from './commands/confirmProfileSection.js';
import { declineProfileProposal } from './commands/declineProfileProposal.js';
import { keepApart } from './commands/keepApart.js';
import { mergeOrganisations } from './commands/mergeOrganisations.js';
import { proposeProfileChange } from './commands/proposeProfileChange.js';
import { reconsiderDuplicate } from './commands/reconsiderDuplicate.js';
import { undoMerge } from './commands/undoMerge.js';
import { withdrawProfileProposal } from './commands/withdrawProfileProposal.js';
import * as duplicates from './duplicates/duplicates.js';
import * as history from './keeping/history.js';
import { profileVersion } from './keeping/keep.js';
import * as keeping from './keeping/keepingOf.js';
import * as proposals from './keeping/proposals.js';
import * as policy from './policy.js';
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
    themes: () => [...thesaurus.themes],
    exchanges: () => [...exchanges],
    searchSuggestions: (_, asked, context) => searchSuggestions(context, asked),
    peers: (_, { of, first }, context) => peersOfSlug(context, of, first),
    peerWeights: () => allPeerWeights(),
    possibleDuplicates: (_, page, context) => duplicates.possibleDuplicates(context, page),
    keptApart: (_, page, context) => duplicates.keptApart(context, page),
    organisationMerges: (_, page, context) => duplicates.organisationMerges(context, page),
    keepingOf: (_, { organisationId }, context) => keeping.keepingOf(context, organisationId),
    publishedPlaces: (_, asked) => keeping.publishedPlaces(asked),
    profileProposals: (_, asked, context) => proposals.profileProposals(context, asked),
  },
  Mutation: {
    changeProfile: (_, { input }, context) => changeProfile(context, input),
    confirmProfileSection: (_, { input }, context) => confirmProfileSection(context, input),
    chooseListing: (_, { input }, context) => chooseListing(context, input),
    choosePlace: (_, { input }, context) => choosePlace(context, input),
    proposeProfileChange: (_, { input }, context) => proposeProfileChange(context, input),
    acceptProfileProposal: (_, { input }, context) => acceptProfileProposal(context, input),
    declineProfileProposal: (_, { input }, context) => declineProfileProposal(context, input),
    withdrawProfileProposal: (_, { input }, context) => withdrawProfileProposal(context, input),
    keepApart: (_, { input }, context) => keepApart(context, input),
    reconsiderDuplicate: (_, { input }, context) => reconsiderDuplicate(context, input),
    mergeOrganisations: (_, { input }, context) => mergeOrganisations(context, input),
    undoMerge: (_, { input }, context) => undoMerge(context, input),
  },
  Viewer: {
    viewerCanCurate: (viewer) => policy.canCurate(viewer),
  },
  OrganisationKeeping: {
    organisation: (kept, _, context) => keeping.organisationOf(context, kept),
    listing: (kept, _, context) => keeping.listingOf(context, kept),
    seat: (kept) => keeping.seatAddressOf(kept),
    proposals: (kept) => proposals.proposalsOf(kept),
    viewerCanChange: ({ organisationId }, _, { viewer }) => policy.canChangeProfile(viewer, organisationId),
    viewerCanPropose: (_, __, { viewer }) => policy.canCurate(viewer),
  },
  ProfileProposal: {
    organisation: ({ organisationId }, _, context) => queries.organisationById(context, organisationId),
    differences: (proposal, _, context) => proposals.proposedDifferences(context, proposal),
    proposedBy: ({ proposedById }, _, context) => history.personOf(context, proposedById),
    answeredBy: ({ answeredById }, _, context) => history.personOf(context, answeredById),
    state: (proposal, _, context) => proposals.stateAt(proposal, context.now()),
    viewerCanAnswer: (proposal, _, context) => proposals.canAnswer(context, proposal),
    viewerCanWithdraw: (proposal, _, context) => proposals.canWithdraw(context, proposal),
  },
  ProfileChange: {
    by: ({ byId }, _, context) => history.personOf(context, byId),
  },
  OrganisationMerge: {
    stays: ({ staysId }, _, context) => queries.organisationById(context, staysId),
    staysName: ({ staysBefore }) => staysBefore.name,
    goesName: ({ goesBefore }) => goesBefore.name,
    goesSlug: ({ goesBefore }) => goesBefore.slug,
    mergedBy: ({ mergedById }, _, context) => history.personOf(context, mergedById),
    undoneBy: ({ undoneById }, _, context) => history.personOf(context, undoneById),
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
    profileVersion: (organisation, { of }) => profileVersion(organisation, of),
    history: (organisation, page, context) => history.historyOf(context, organisation, page),
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
