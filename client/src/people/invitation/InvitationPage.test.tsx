import { screen } from '@testing-library/react';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testHolding, testOrganisation, testPerson, testSeat, testViewer } from '../testing/testPeople.js';

const seatOffer = {
  organisationName: testOrganisation.name,
  kind: 'DELEGATE',
  name: 'Chidi',
  email: 'chidi@fictional.example',
  isAdministrator: false,
  expiresAt: '2026-03-16T09:30:00.000Z',
};

describe('an invitation', () => {
  it('is accepted, and leads to the organisation', async () => {
    const seat = testSeat('DELEGATE', testPerson('Chidi'));
    let viewer: object | null = null;
    const portal = testPortal([], [], {
      viewer: () => viewer,
      seatOffer,
      contactDetailsOf: [],
      seatsOf: { organisationId: testOrganisation.id, viewerCanInvite: false, invitations: [], seats: [seat] },
      acceptSeatInvitation: () => {
        viewer = testViewer('Chidi', { seats: [testHolding(seat)] });
        return testHolding(seat);
      },
    });
    const { user } = await renderPage('/invitation#secret', portal);
    expect(await screen.findByText('Chidi, Lotus Example Council offers you a seat in the network: Delegate.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Take the seat of Lotus Example Council' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Lotus Example Council' })).toBeVisible();
    expect(await screen.findByRole('article', { name: 'Delegate' })).toHaveTextContent('Chidi');
  });

  it('asks somebody who has an account to sign in to it first', async () => {
    const portal = testPortal([], [], {
      seatOffer,
      acceptSeatInvitation: () => ({ __typename: 'SignInFirst', message: 'The invited address has an account.' }),
    });
    const { user } = await renderPage('/invitation#secret', portal);
    await user.click(await screen.findByRole('button', { name: /Take the seat/ }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The invited address has an account.');
    expect(alert.querySelector('a')).toHaveAttribute('href', '/sign-in?email=chidi%40fictional.example');
  });

  it('is declined', async () => {
    const portal = testPortal([], [], {
      seatOffer,
      declineSeatInvitation: () => ({ __typename: 'SeatInvitationDeclined', declinedAt: '2026-03-02T10:00:00.000Z' }),
    });
    const { user } = await renderPage('/invitation#secret', portal);
    await user.click(await screen.findByRole('button', { name: 'Say no' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'You have said no' })).toBeVisible();
  });

  it('says what to do when it opens nothing any more', async () => {
    await renderPage('/invitation#secret', testPortal([], [], { seatOffer: null }));
    expect(await screen.findByRole('heading', { name: 'This invitation opens nothing any more' })).toBeVisible();
  });
});
