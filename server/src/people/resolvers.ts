import type { Resolvers } from '../generated/graphql.js';
import { actorOf, auditTrail } from './audit/auditTrail.js';
import { acceptSeatInvitation } from './commands/acceptSeatInvitation.js';
import { appointToOffice } from './commands/appointToOffice.js';
import { declineSeatInvitation } from './commands/declineSeatInvitation.js';
import { endOffice } from './commands/endOffice.js';
import { endSeatHolding } from './commands/endSeatHolding.js';
import { inviteToSeat } from './commands/inviteToSeat.js';
import { replaceSeatHolder } from './commands/replaceSeatHolder.js';
import { setAdministrator } from './commands/setAdministrator.js';
import { withdrawSeatInvitation } from './commands/withdrawSeatInvitation.js';
import { changeSettings } from './commands/changeSettings.js';
import { erasePerson } from './commands/erasePerson.js';
import { addPasskey } from './commands/addPasskey.js';
import { removePasskey } from './commands/removePasskey.js';
import { signInWithPasskey } from './commands/signInWithPasskey.js';
import { prepareToAddPasskey } from './commands/prepareToAddPasskey.js';
import { prepareToSignInWithPasskey } from './commands/prepareToSignInWithPasskey.js';
import { addContactDetail } from './commands/addContactDetail.js';
import { changeContactDetail } from './commands/changeContactDetail.js';
import { removeContactDetail } from './commands/removeContactDetail.js';
import { askToOpenChildRecords } from './commands/askToOpenChildRecords.js';
import { agreeToOpenChildRecords } from './commands/agreeToOpenChildRecords.js';
import { refuseToOpenChildRecords } from './commands/refuseToOpenChildRecords.js';
import { closeChildRecords } from './commands/closeChildRecords.js';
import { readChildRecords } from './commands/readChildRecords.js';
import { registerChildAdvisor } from './commands/registerChildAdvisor.js';
import { recordConsent } from './commands/recordConsent.js';
import { withdrawConsent } from './commands/withdrawConsent.js';
import { removeChildAdvisor } from './commands/removeChildAdvisor.js';
import { confirmSignInCode } from './commands/confirmSignInCode.js';
import { requestSignInLink } from './commands/requestSignInLink.js';
import { revokeSession } from './commands/revokeSession.js';
import { signInAsDemonstrationPerson } from './commands/signInAsDemonstrationPerson.js';
import { signInWithLink } from './commands/signInWithLink.js';
import { signOut } from './commands/signOut.js';
import { signOutEverywhere } from './commands/signOutEverywhere.js';
import * as contactDetails from './contact-details/contactDetails.js';
import { isValidAt } from './safeguarding/consent.js';
import { childAdvisorCounts, childAdvisors } from './safeguarding/display.js';
import * as openings from './safeguarding/openings.js';
import { dataHeldOn } from './dataHeldOn.js';
import { passkeysOf } from './passkeys.js';
import { outbox, stateOf } from './outbox.js';
import { officesAt } from './offices.js';
import { seatOffer } from './seatInvitations.js';
import { organisationFromWithin } from './organisations.js';
import { people } from './peopleByName.js';
import * as policy from './policy.js';
import { officeKinds } from './Viewer.js';
import * as queries from './queries.js';

export const resolvers: Resolvers = {
  Query: {
    viewer: (_, __, context) => queries.viewer(context),
    demonstrationPeople: (_, __, context) => queries.demonstrationPeople(context),
    person: (_, { id }, context) => queries.person(context, id),
    seatsOf: (_, { organisationId }, context) => queries.seatsOf(context, organisationId),
    childAdvisors: (_, __, context) => childAdvisors(context),
    childAdvisorCounts: (_, __, context) => childAdvisorCounts(context),
    childRecordsOpening: (_, __, context) => openings.childRecordsOpening(context),
    contactDetailsOf: (_, { organisationId }, context) => contactDetails.contactDetailsOf(context, organisationId),
    seatOffer: (_, { token }, context) => seatOffer(context, token),
    people: (_, asked, context) => people(context, asked),
    offices: (_, { at }, context) => officesAt(at ?? context.now()),
    auditTrail: (_, asked, context) => auditTrail(context, asked),
    outbox: (_, page, context) => outbox(context, page),
  },
  Mutation: {
    signInAsDemonstrationPerson: (_, { input }, context) => signInAsDemonstrationPerson(context, input),
    requestSignInLink: (_, { input }, context) => requestSignInLink(context, input),
    signInWithLink: (_, { input }, context) => signInWithLink(context, input),
    confirmSignInCode: (_, { input }, context) => confirmSignInCode(context, input),
    signOut: (_, __, context) => signOut(context),
    signOutEverywhere: (_, __, context) => signOutEverywhere(context),
    acceptSeatInvitation: (_, { input }, context) => acceptSeatInvitation(context, input),
    appointToOffice: (_, { input }, context) => appointToOffice(context, input),
    declineSeatInvitation: (_, { input }, context) => declineSeatInvitation(context, input),
    endOffice: (_, { input }, context) => endOffice(context, input),
    endSeatHolding: (_, { input }, context) => endSeatHolding(context, input),
    inviteToSeat: (_, { input }, context) => inviteToSeat(context, input),
    replaceSeatHolder: (_, { input }, context) => replaceSeatHolder(context, input),
    setAdministrator: (_, { input }, context) => setAdministrator(context, input),
    withdrawSeatInvitation: (_, { input }, context) => withdrawSeatInvitation(context, input),
    changeSettings: (_, { input }, context) => changeSettings(context, input),
    erasePerson: (_, { input }, context) => erasePerson(context, input),
    addPasskey: (_, { input }, context) => addPasskey(context, input),
    removePasskey: (_, { input }, context) => removePasskey(context, input),
    signInWithPasskey: (_, { input }, context) => signInWithPasskey(context, input),
    prepareToAddPasskey: (_, __, context) => prepareToAddPasskey(context),
    prepareToSignInWithPasskey: (_, __, context) => prepareToSignInWithPasskey(context),
    addContactDetail: (_, { input }, context) => addContactDetail(context, input),
    changeContactDetail: (_, { input }, context) => changeContactDetail(context, input),
    removeContactDetail: (_, { input }, context) => removeContactDetail(context, input),
    askToOpenChildRecords: (_, { input }, context) => askToOpenChildRecords(context, input),
    agreeToOpenChildRecords: (_, { input }, context) => agreeToOpenChildRecords(context, input),
    refuseToOpenChildRecords: (_, { input }, context) => refuseToOpenChildRecords(context, input),
    closeChildRecords: (_, { input }, context) => closeChildRecords(context, input),
    readChildRecords: (_, __, context) => readChildRecords(context),
    registerChildAdvisor: (_, { input }, context) => registerChildAdvisor(context, input),
    recordConsent: (_, { input }, context) => recordConsent(context, input),
    withdrawConsent: (_, { input }, context) => withdrawConsent(context, input),
    removeChildAdvisor: (_, { input }, context) => removeChildAdvisor(context, input),
    revokeSession: (_, { input }, context) => revokeSession(context, input),
  },
  Viewer: {
    person: ({ personId }, _, context) => queries.knownPerson(context, personId),
    account: (viewer) => queries.accountOf(viewer),
    seats: ({ personId }, _, context) => queries.seatsNowOf(context, personId),
    offices: ({ personId }, _, context) => queries.officesNowOf(context, personId),
    sessions: (viewer, _, context) => queries.sessionsOf(context, viewer),
    passkeys: ({ personId }) => passkeysOf(personId),
    dataHeldOnMe: ({ personId }, _, context) => dataHeldOn(personId, context.now()),
    viewerCanAppointTo: (viewer) => officeKinds.filter((kind) => policy.canAppointOffice(viewer, kind)),
    viewerCanReadAuditTrail: (viewer) => policy.canReadAuditTrail(viewer),
    viewerCanReadOutbox: (viewer, _, { environment }) => policy.canReadOutbox(viewer, { isDemonstration: environment.demonstration }),
    viewerCanOpenChildRecords: (viewer) => policy.canOpenChildRecords(viewer),
  },
  Person: {
    seats: ({ id }, _, context) => queries.seatsOfPerson(context, id),
    offices: ({ id }, _, context) => context.loaders.officesOfPerson.load(id),
    contactDetails: ({ id }, _, context) => contactDetails.contactDetailsOfPerson(context, id),
    viewerCanErase: ({ id, erasedAt }, _, { viewer }) => erasedAt === null && policy.canErasePerson(viewer, id),
  },
  AuditEntry: {
    actor: (entry, _, context) => actorOf(context, entry),
    organisationId: ({ onBehalfOf }) => onBehalfOf,
  },
  ContactDetail: {
    personName: (detail, _, context) => contactDetails.personNameOf(context, detail),
    visibility: (detail, _, context) => contactDetails.visibilityFor(context, detail),
    viewerCanChange: (detail, _, { viewer }) => policy.canKeepContactDetailsOf(viewer, contactDetails.ownerOf(detail)),
  },
  ChildRecord: {
    supportingOrganisationId: ({ supportingOrganisationId }) => String(supportingOrganisationId),
    supportingOrganisationName: ({ supportingOrganisationId }, _, { language }) =>
      organisationFromWithin(String(supportingOrganisationId), language)?.name ?? null,
  },
  ChildRecordsOpening: {
    state: (opening, _, context) => openings.stateOf(context, opening),
    askedBy: ({ askedById }, _, context) => queries.knownPerson(context, askedById),
    answeredBy: ({ answeredById }, _, context) => answeredById && queries.knownPerson(context, answeredById),
    viewerCanAnswer: (opening, _, context) => openings.canAnswer(context, opening),
  },
  Consent: {
    isValid: (consent, _, context) => isValidAt(consent, context.now()),
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
    viewerCanReplaceHolder: ({ organisationId }, _, { viewer }) => policy.canReplaceSeatHolder(viewer, String(organisationId)),
  },
  SeatHolding: {
    seat: (holding, _, context) => queries.seatOf(context, holding),
    organisationId: ({ organisationId }) => String(organisationId),
    person: ({ personId }, _, context) => queries.knownPerson(context, personId),
    viewerCanEnd: (holding, _, { viewer }) => policy.canEndSeatHolding(viewer, queries.keysOf(holding)),
    viewerCanSetAdministrator: ({ organisationId }, _, { viewer }) => policy.canChangeAdministrator(viewer, String(organisationId)),
  },
  OrganisationSeats: {
    seats: (seats) => queries.allSeats(seats),
    invitations: (seats, _, context) => queries.invitationsOf(context, seats),
    viewerCanInvite: ({ organisationId }, _, { viewer }) => policy.canInviteToSeat(viewer, organisationId),
  },
  SeatInvitation: {
    organisationId: ({ organisationId }) => String(organisationId),
    seat: ({ seatId }, _, context) => seatId && context.loaders.seat.load(String(seatId)),
    invitedBy: ({ invitedById }, _, context) => queries.knownPerson(context, invitedById),
  },
  Office: {
    person: ({ personId }, _, context) => queries.knownPerson(context, personId),
    viewerCanEnd: ({ kind, personId }, _, { viewer }) => policy.canEndOffice(viewer, { kind, personId: String(personId) }),
  },
};
