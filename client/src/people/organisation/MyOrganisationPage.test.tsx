import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testHolding, testOrganisation, testPerson, testSeat, testViewer } from '../testing/testPeople.js';

const amal = testPerson('Amal');
const mira = testPerson('Mira');

/** Amal represents and administers; Mira is the contact. */
function council(more: object = {}) {
  const seats = [testSeat('REPRESENTATIVE', amal), testSeat('CONTACT', mira)];
  const viewer = testViewer('Amal', { seats: [testHolding(seats[0]!)] });
  const state = { seats, invitations: [] as object[] };
  const root = {
    viewer,
    contactDetailsOf: [],
    seatsOf: () => ({ organisationId: testOrganisation.id, viewerCanInvite: true, ...state }),
    ...more,
  };
  return { state, portal: testPortal([], [], root) };
}

beforeEach(() => sessionStorage.clear());

describe('my organisation', () => {
  it('lists the seats with who holds them and invites a colleague', async () => {
    const { state, portal } = council({
      inviteToSeat: ({ input }: { input: { name: string; email: string; kind: string } }) => {
        const invitation = {
          __typename: 'SeatInvitation',
          id: 'invitation 1',
          isAdministrator: false,
          expiresAt: '2026-03-16T09:30:00.000Z',
          invitedBy: amal,
          state: 'OPEN',
          organisationId: testOrganisation.id,
          ...input,
        };
        state.invitations = [invitation];
        return invitation;
      },
    });
    const { user, container } = await renderPage('/organisation', portal);
    expect(await screen.findByRole('heading', { level: 1, name: 'Lotus Example Council' })).toBeVisible();
    const seat = await screen.findByRole('article', { name: 'Contact' });
    expect(seat).toHaveTextContent('Mira');
    await user.click(screen.getByRole('button', { name: 'Invite a colleague' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Chidi');
    await user.type(screen.getByRole('textbox', { name: 'Mail address' }), 'chidi@fictional.example');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
    expect(await screen.findByText(/The invitation to Chidi is on its way/)).toBeVisible();
    expect(await screen.findByRole('button', { name: 'Take back the invitation to Chidi' })).toBeVisible();
    expect(sessionStorage).toHaveLength(0);
  });

  it('says which invitation waits already and keeps what was typed', async () => {
    const { portal } = council({
      inviteToSeat: () => ({
        __typename: 'InvitationPending',
        message: 'An invitation waits for an answer.',
        invitation: { id: 'invitation 1', name: 'Chidi', email: 'chidi@fictional.example', expiresAt: '2026-03-16T09:30:00.000Z' },
      }),
    });
    const { user } = await renderPage('/organisation', portal);
    await user.click(await screen.findByRole('button', { name: 'Invite a colleague' }));
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Chidi');
    await user.click(screen.getByRole('button', { name: 'Send the invitation' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/An invitation waits for an answer.*chidi@fictional.example/);
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Chidi');
  });

  it('puts a colleague in the place of a holder, and shows the seat as it is when somebody else was quicker', async () => {
    const tomas = testPerson('Tomas');
    const tries: object[] = [];
    const { state, portal } = council({
      replaceSeatHolder: ({ input }: { input: { holdingId: string; successorId: string } }) => {
        tries.push({ ...input });
        const now = testSeat('CONTACT', tries.length === 1 ? tomas : amal);
        state.seats = [state.seats[0]!, now];
        return tries.length === 1
          ? { __typename: 'SeatChangedMeanwhile', message: 'Somebody else has changed this seat meanwhile.', seatNow: now }
          : now.holder;
      },
    });
    const { user } = await renderPage('/organisation', portal);
    const seat = await screen.findByRole('article', { name: 'Contact' });
    await user.click(within(seat).getByRole('button', { name: 'Replace Mira' }));
    await user.click(within(seat).getByRole('button', { name: 'Put Amal into the seat' }));
    expect(await within(seat).findByRole('alert')).toHaveTextContent('Somebody else has changed this seat meanwhile.');
    expect(await within(seat).findByRole('region', { name: 'Who follows Tomas in this seat?' })).toBeVisible();
    await user.click(within(seat).getByRole('button', { name: 'Put Amal into the seat' }));
    expect(await screen.findByText('Amal holds the seat of Tomas from now on.')).toBeVisible();
    expect(tries).toMatchObject([
      { holdingId: 'CONTACT of Mira', successorId: 'person Amal' },
      { holdingId: 'CONTACT of Tomas', successorId: 'person Amal' },
    ]);
  });

  it('refuses to end the last administrator', async () => {
    const { portal } = council({
      endSeatHolding: () => ({ __typename: 'LastAdministrator', message: 'This is the last administrator of the organisation.' }),
    });
    const { user } = await renderPage('/organisation', portal);
    const seat = await screen.findByRole('article', { name: 'Representative' });
    await user.click(within(seat).getByRole('button', { name: 'Lay down this seat' }));
    await user.click(within(seat).getByRole('button', { name: 'Lay it down now' }));
    expect(await within(seat).findByRole('alert')).toHaveTextContent('This is the last administrator of the organisation.');
    await user.keyboard('{Escape}');
    expect(within(seat).getByRole('button', { name: 'Lay down this seat' })).toBeVisible();
  });

  it('tells somebody without a seat how to get one', async () => {
    await renderPage('/organisation', testPortal([], [], { viewer: testViewer('Mira') }));
    expect(await screen.findByRole('heading', { name: 'You hold no seat of an organisation' })).toBeVisible();
  });
});
