import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testHolding, testPerson, testSeat, testViewer } from '../testing/testPeople.js';

const phone = {
  id: 'session phone',
  browser: 'Safari',
  system: 'iOS',
  signedInBy: 'CODE',
  signedInAt: '2026-03-01T08:00:00.000Z',
  lastUsedAt: '2026-03-01T08:00:00.000Z',
  expiresAt: '2026-03-31T08:00:00.000Z',
  isCurrent: false,
};

describe('my account', () => {
  it('shows seats, settings and sessions, and ends one session', async () => {
    const viewer = testViewer('Mira', { seats: [testHolding(testSeat('REPRESENTATIVE', testPerson('Mira')))] });
    viewer.sessions.push(phone);
    const portal = testPortal([], [], {
      viewer: () => viewer,
      revokeSession: ({ input }: { input: { sessionId: string } }) => {
        viewer.sessions = viewer.sessions.filter(({ id }) => id !== input.sessionId);
        return { __typename: 'SignedOut', sessionsEnded: 1 };
      },
    });
    const { user, container } = await renderPage('/account', portal);
    expect(await screen.findByRole('link', { name: 'Lotus Example Council' })).toHaveAttribute('href', '/organisation?of=organisation 1');
    const sessions = screen.getByRole('region', { name: 'Where you are signed in' });
    expect(within(sessions).getByText('this browser')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(within(sessions).getByRole('button', { name: 'Sign out Safari, iOS' }));
    expect(await within(sessions).findByText('1 browser')).toBeVisible();
    expect(within(sessions).queryByText('Safari, iOS')).not.toBeInTheDocument();
  });

  it('keeps settings that the server refuses and says what is wrong beside each', async () => {
    const portal = testPortal([], [], {
      viewer: testViewer('Mira'),
      changeSettings: () => ({
        __typename: 'InvalidInput',
        message: 'Wrong.',
        fields: [
          { path: 'timeZone', message: 'There is no such time zone.' },
          { path: 'weekend', message: 'A week has a working day.' },
        ],
      }),
    });
    const { user } = await renderPage('/account', portal);
    const zone = await screen.findByRole('combobox', { name: 'Time zone' });
    await user.clear(zone);
    await user.type(zone, 'Nowhere');
    await user.click(screen.getByRole('checkbox', { name: 'Friday' }));
    await user.click(screen.getByRole('button', { name: 'Save these settings' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('2 things to mend');
    expect(zone).toHaveValue('Nowhere');
    expect(zone).toHaveAccessibleDescription(/There is no such time zone/);
    expect(screen.getByRole('checkbox', { name: 'Friday' })).toBeChecked();
  });

  it('keeps what was typed after a lost session and leads to signing in and back', async () => {
    sessionStorage.clear();
    const portal = testPortal([], [], { viewer: testViewer('Mira') });
    const { user, unmount } = await renderPage('/account', portal);
    const name = await screen.findByRole('textbox', { name: 'Name' });
    await user.clear(name);
    await user.type(name, 'Mira Example');
    portal.failWith({ message: 'masked', extensions: { code: 'UNAUTHENTICATED' } });
    await user.click(screen.getByRole('button', { name: 'Save these settings' }));
    expect(await screen.findByRole('link', { name: 'Sign in and come back here' })).toHaveAttribute('href', '/sign-in?back=%2Faccount');
    unmount();
    await renderPage('/account', testPortal([], [], { viewer: testViewer('Mira') }));
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('Mira Example');
    sessionStorage.clear();
  });

  it('asks once before erasing, names what goes, and wants the address typed', async () => {
    const typed: string[] = [];
    let viewer: object | null = testViewer('Mira');
    const portal = testPortal([], [], {
      viewer: () => viewer,
      erasePerson: ({ input }: { input: { email: string } }) => {
        typed.push(input.email);
        if (input.email !== 'mira@fictional.example')
          return { __typename: 'InvalidInput', message: 'Wrong.', fields: [{ path: 'email', message: 'This is not the address.' }] };
        viewer = null;
        return { __typename: 'Person', ...testPerson('Mira', { name: null, erasedAt: '2026-03-02T10:00:00.000Z' }) };
      },
    });
    const { user } = await renderPage('/account', portal);
    await user.click(await screen.findByRole('button', { name: 'Erase everything personal' }));
    const question = await screen.findByRole('region', { name: 'Erase everything personal about you?' });
    expect(question).toHaveTextContent('your name, mail address, settings');
    await user.type(within(question).getByRole('textbox'), 'mira');
    await user.click(within(question).getByRole('button', { name: 'Erase me for good' }));
    expect(await within(question).findByRole('alert')).toHaveTextContent('This is not the address.');
    await user.type(within(question).getByRole('textbox'), '@fictional.example');
    await user.click(within(question).getByRole('button', { name: 'Erase me for good' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'You are erased' })).toBeVisible();
    expect(typed).toEqual(['mira', 'mira@fictional.example']);
  });

  it('asks strangers to sign in and comes back', async () => {
    await renderPage('/account', testPortal([], [], { viewer: null }));
    const main = await screen.findByRole('main');
    expect(await within(main).findByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/sign-in?back=%2Faccount');
  });
});
