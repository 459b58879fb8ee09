import type { Resolvers } from '../generated/graphql.js';
import { confirmSignInCode } from './commands/confirmSignInCode.js';
import { requestSignInLink } from './commands/requestSignInLink.js';
import { revokeSession } from './commands/revokeSession.js';
import { signInAsDemonstrationPerson } from './commands/signInAsDemonstrationPerson.js';
import { signInWithLink } from './commands/signInWithLink.js';
import { signOut } from './commands/signOut.js';
import { signOutEverywhere } from './commands/signOutEverywhere.js';
import { outbox, stateOf } from './outbox.js';
import * as queries from './queries.js';

export const resolvers: Resolvers = {
  Query: {
    viewer: (_, __, context) => queries.viewer(context),
    demonstrationPeople: (_, __, context) => queries.demonstrationPeople(context),
    person: (_, { id }, context) => queries.person(context, id),
    outbox: (_, page, context) => outbox(context, page),
  },
  Mutation: {
    signInAsDemonstrationPerson: (_, { input }, context) => signInAsDemonstrationPerson(context, input),
    requestSignInLink: (_, { input }, context) => requestSignInLink(context, input),
    signInWithLink: (_, { input }, context) => signInWithLink(context, input),
    confirmSignInCode: (_, { input }, context) => confirmSignInCode(context, input),
    signOut: (_, __, context) => signOut(context),
    signOutEverywhere: (_, __, context) => signOutEverywhere(context),
    revokeSession: (_, { input }, context) => revokeSession(context, input),
  },
  Viewer: {
    person: ({ personId }, _, context) => queries.knownPerson(context, personId),
    account: (viewer) => queries.accountOf(viewer),
    seats: ({ personId }, _, context) => queries.seatsNowOf(context, personId),
    offices: ({ personId }, _, context) => queries.officesNowOf(context, personId),
    sessions: (viewer, _, context) => queries.sessionsOf(context, viewer),
  },
  Person: {
    seats: ({ id }, _, context) => context.loaders.holdingsOfPerson.load(id),
    offices: ({ id }, _, context) => context.loaders.officesOfPerson.load(id),
  },
  Mail: {
    language: ({ language }) => queries.schemaLanguage(language),
    state: (mail, _, context) => stateOf(mail, context.environment.smtpUrl !== undefined),
  },
  Account: {
    language: ({ language }) => queries.schemaLanguage(language),
  },
  Seat: {
    organisationId: ({ organisationId }) => String(organisationId),
    holder: (seat, _, context) => queries.holderOf(context, seat),
    history: ({ id }, _, context) => context.loaders.holdingsOfSeat.load(id),
  },
  SeatHolding: {
    seat: (holding, _, context) => queries.seatOf(context, holding),
    organisationId: ({ organisationId }) => String(organisationId),
    person: ({ personId }, _, context) => queries.knownPerson(context, personId),
  },
  Office: {
    person: ({ personId }, _, context) => queries.knownPerson(context, personId),
  },
};
