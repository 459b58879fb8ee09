import * as policy from './policy.js';
import type { HeldOffice, HeldSeat, Viewer } from './Viewer.js';

const here = 'organisation-here';
const elsewhere = 'organisation-elsewhere';

function person(personId: string, holds: { seats?: HeldSeat[]; offices?: HeldOffice[] } = {}): Viewer {
  return { accountId: `account of ${personId}`, personId, seats: holds.seats ?? [], offices: holds.offices ?? [] };
}

const seat = (organisationId: string, isAdministrator = false): HeldSeat => ({ organisationId, kind: 'CONTACT', isAdministrator });

const viewers = {
  stranger: null,
  member: person('member'),
  'seat holder': person('seat holder', { seats: [seat(here)] }),
  'holder elsewhere': person('holder elsewhere', { seats: [seat(elsewhere)] }),
  administrator: person('administrator', { seats: [seat(here, true)] }),
  'administrator elsewhere': person('administrator elsewhere', { seats: [seat(elsewhere, true)] }),
  convener: person('convener', { offices: [{ kind: 'CONVENER', scope: 'education' }] }),
  coordinator: person('coordinator', { offices: [{ kind: 'COORDINATOR', scope: 'asia' }] }),
  treasurer: person('treasurer', { offices: [{ kind: 'TREASURER' }] }),
  lead: person('lead', { offices: [{ kind: 'SAFEGUARDING_LEAD' }] }),
  secretariat: person('secretariat', { offices: [{ kind: 'SECRETARIAT' }] }),
  operator: person('operator', { offices: [{ kind: 'OPERATOR' }] }),
} satisfies Record<string, Viewer | null>;

type Who = keyof typeof viewers;
const everybody = Object.keys(viewers) as Who[];

const holding = { organisationId: here, personId: 'seat holder' };
const office = { kind: 'CONVENER', personId: 'convener' } as const;

/** What may be done, by exactly whom; everybody else may not. */
const rules: [what: string, may: (viewer: Viewer | null) => boolean, who: Who[]][] = [
  ['be told to be a seat holder', (viewer) => policy.isSeatHolderOf(viewer, here), ['seat holder', 'administrator']],
  ['be told to be an administrator', (viewer) => policy.isAdministratorOf(viewer, here), ['administrator']],
  ['be told to convene any group', (viewer) => policy.holdsOffice(viewer, 'CONVENER'), ['convener']],
  ['be told to convene this group', (viewer) => policy.holdsOffice(viewer, 'CONVENER', 'education'), ['convener']],
  ['be told to convene another group', (viewer) => policy.holdsOffice(viewer, 'CONVENER', 'violence'), []],
  ['invite to a seat', (viewer) => policy.canInviteToSeat(viewer, here), ['administrator', 'secretariat', 'operator']],
  ['replace a seat holder', (viewer) => policy.canReplaceSeatHolder(viewer, here), ['administrator', 'operator']],
  ['end a seat holding', (viewer) => policy.canEndSeatHolding(viewer, holding), ['seat holder', 'administrator', 'operator']],
  ['change who administers', (viewer) => policy.canChangeAdministrator(viewer, here), ['administrator', 'operator']],
  ['leave an organisation without administrator', (viewer) => policy.canLeaveWithoutAdministrator(viewer), ['operator']],
  ['appoint a convener', (viewer) => policy.canAppointOffice(viewer, 'CONVENER'), ['secretariat', 'operator']],
  ['appoint a treasurer', (viewer) => policy.canAppointOffice(viewer, 'TREASURER'), ['secretariat', 'operator']],
  ['appoint a safeguarding lead', (viewer) => policy.canAppointOffice(viewer, 'SAFEGUARDING_LEAD'), ['operator']],
  ['appoint an operator', (viewer) => policy.canAppointOffice(viewer, 'OPERATOR'), ['operator']],
  ['search people by name', (viewer) => policy.canSearchPeople(viewer), ['secretariat', 'operator']],
  ['end the office of the convener', (viewer) => policy.canEndOffice(viewer, office), ['convener', 'secretariat', 'operator']],
  ['read the audit trail', (viewer) => policy.canReadAuditTrail(viewer), ['secretariat', 'operator']],
  ['read the outbox of a real network', (viewer) => policy.canReadOutbox(viewer, { isDemonstration: false }), ['operator']],
  ['read the outbox of the demonstration', (viewer) => policy.canReadOutbox(viewer, { isDemonstration: true }), everybody],
  ['erase the member', (viewer) => policy.canErasePerson(viewer, 'member'), ['member', 'operator']],
  ["keep the member's contact details", (viewer) => policy.canKeepContactDetailsOf(viewer, { personId: 'member' }), ['member']],
  [
    "keep the organisation's contact details",
    (viewer) => policy.canKeepContactDetailsOf(viewer, { organisationId: here }),
    ['administrator'],
  ],
  ['open the restricted store of child advisors', (viewer) => policy.canOpenChildRecords(viewer), ['lead']],
];

describe.each(rules)('to %s', (_what, may, who) => {
  test.each(everybody)('%s', (name) => {
    expect(may(viewers[name])).toBe(who.includes(name));
  });
});
