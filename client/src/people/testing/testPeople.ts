const moment = '2026-03-02T09:30:00.000Z';

export function testPerson(name: string, more: object = {}) {
  return { id: `person ${name}`, name, isFictional: true, erasedAt: null, contactDetails: [], ...more };
}

/** Somebody who is signed in, as the schema gives them. */
export function testViewer(name: string, more: object = {}) {
  return {
    person: testPerson(name),
    account: {
      id: `account ${name}`,
      email: `${name.toLowerCase().replaceAll(' ', '.')}@fictional.example`,
      language: 'EN',
      timeZone: 'Africa/Nairobi',
      workingHours: { start: '08:00', end: '16:00' },
      weekend: ['SATURDAY', 'SUNDAY'],
    },
    seats: [],
    offices: [],
    passkeys: [],
    sessions: [
      {
        id: 'session here',
        browser: 'Firefox',
        system: 'Android',
        signedInBy: 'LINK',
        signedInAt: moment,
        lastUsedAt: moment,
        expiresAt: '2026-04-01T09:30:00.000Z',
        isCurrent: true,
      },
    ],
    viewerCanAppointTo: [],
    viewerCanReadAuditTrail: false,
    viewerCanReadOutbox: false,
    dataHeldOnMe: '{}',
    ...more,
  };
}

export const testOrganisation = { id: 'organisation 1', name: 'Lotus Example Council', slug: 'lotus-example-council' };

/** A seat of the test organisation, held by the person or vacant. */
export function testSeat(kind: string, person: ReturnType<typeof testPerson> | null, more: object = {}) {
  const holding = person && {
    __typename: 'SeatHolding',
    id: `${kind} of ${person.name}`,
    organisationId: testOrganisation.id,
    isAdministrator: kind === 'REPRESENTATIVE',
    startedAt: moment,
    endedAt: null,
    viewerCanEnd: true,
    viewerCanSetAdministrator: true,
    person,
    organisation: testOrganisation,
  };
  return {
    __typename: 'Seat',
    id: `seat ${kind}`,
    organisationId: testOrganisation.id,
    kind,
    holder: holding,
    history: holding ? [holding] : [],
    viewerCanReplaceHolder: true,
    organisation: testOrganisation,
    ...more,
  };
}

/** The holding of a seat as the viewer's own. */
export function testHolding(seat: ReturnType<typeof testSeat>) {
  return { ...seat.holder, seat };
}
