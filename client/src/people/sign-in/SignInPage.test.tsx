import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testViewer } from '../testing/testPeople.js';

const invented = [
  { role: 'MEMBER', name: 'Fictional Mira' },
  { role: 'OPERATOR', name: 'Fictional Ori' },
];
const asked = ({ input }: { input: { email: string } }) => ({
  __typename: 'SignInLinkRequested',
  email: input.email,
  expiresAt: '2026-03-02T09:45:00.000Z',
});

describe('signing in', () => {
  it('says the same words whether or not the address is known, and signs in by the code on another device', async () => {
    let viewer: object | null = null;
    const portal = testPortal([], [], {
      viewer: () => viewer,
      requestSignInLink: asked,
      confirmSignInCode: ({ input }: { input: { code: string } }) => {
        if (input.code !== '123456') return { __typename: 'WrongCode', message: 'These are not the digits.', triesLeft: 4 };
        viewer = testViewer('Mira');
        return { __typename: 'Viewer', ...testViewer('Mira') };
      },
    });
    const { user, address } = await renderPage('/sign-in?back=/directory', portal);
    await user.type(await screen.findByRole('textbox', { name: 'Your mail address' }), 'nobody@fictional.example');
    await user.click(screen.getByRole('button', { name: 'Send me a link' }));
    expect(await screen.findByText(/A mail is on its way to nobody@fictional.example/)).toBeVisible();
    const code = screen.getByRole('textbox', { name: 'Code of the mail' });
    await user.type(code, '000000');
    await user.click(screen.getByRole('button', { name: 'Sign in with the code' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('These are not the digits.');
    await user.clear(code);
    await user.type(code, '123456');
    await user.click(screen.getByRole('button', { name: 'Sign in with the code' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
    expect(address()).toBe('/directory');
    expect(await screen.findByRole('button', { name: 'Menu of Mira' })).toBeInTheDocument();
  });

  it('shows what is wrong with the address beside it and keeps what was typed', async () => {
    const portal = testPortal([], [], {
      requestSignInLink: () => ({
        __typename: 'InvalidInput',
        message: 'Wrong.',
        fields: [{ path: 'email', message: 'This is no mail address.' }],
      }),
    });
    const { user } = await renderPage('/sign-in', portal);
    const field = await screen.findByRole('textbox', { name: 'Your mail address' });
    await user.type(field, 'mira');
    await user.click(screen.getByRole('button', { name: 'Send me a link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('1 thing to mend. Everything you typed is kept.');
    expect(field).toHaveValue('mira');
    expect(field).toHaveAccessibleDescription('This is no mail address.');
    await user.click(within(screen.getByRole('alert')).getByRole('link', { name: 'This is no mail address.' }));
    expect(field).toHaveFocus();
  });

  it('signs in by one click as an invented person on the demonstration network', async () => {
    const tried: string[] = [];
    const portal = testPortal([], [], {
      demonstrationPeople: invented,
      signInAsDemonstrationPerson: ({ input }: { input: { role: string } }) => {
        tried.push(input.role);
        return { __typename: 'TooManyAttempts', message: 'That was tried too often.', retryAfterSeconds: 60 };
      },
    });
    const { user } = await renderPage('/sign-in', portal);
    const region = await screen.findByRole('region', { name: 'Try it as somebody invented' });
    expect(within(region).getByText('fictional')).toBeVisible();
    await user.click(within(region).getByRole('button', { name: 'Sign in as Fictional Ori' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('That was tried too often.');
    expect(tried).toEqual(['OPERATOR']);
  });

  it('offers nobody to sign in as on a real network', async () => {
    const { container } = await renderPage('/sign-in', testPortal([], [], { demonstrationPeople: [] }));
    await screen.findByRole('textbox', { name: 'Your mail address' });
    expect(screen.queryByRole('region', { name: 'Try it as somebody invented' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('the link of a sign-in mail', () => {
  it('signs in once and goes to the reader’s account', async () => {
    const used: string[] = [];
    const viewer = testViewer('Mira');
    const portal = testPortal([], [], {
      viewer: () => (used.length ? viewer : null),
      signInWithLink: ({ input }: { input: { token: string } }) => {
        used.push(input.token);
        return { __typename: 'Viewer', ...viewer };
      },
    });
    await renderPage('/sign-in/link#secret', portal);
    expect(await screen.findByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
    expect(used).toEqual(['secret']);
  });

  it('says why it does not work and leads to another one', async () => {
    const portal = testPortal([], [], { signInWithLink: () => ({ __typename: 'LinkExpired', message: 'This link has expired.' }) });
    await renderPage('/sign-in/link#secret', portal);
    expect(await screen.findByRole('alert')).toHaveTextContent('This link has expired.');
    expect(screen.getByRole('link', { name: 'Ask for another link' })).toHaveAttribute('href', '/sign-in');
  });

  it('asks for nothing when the secret is missing', async () => {
    const portal = testPortal([]);
    await renderPage('/sign-in/link', portal);
    expect(await screen.findByText(/The address lacks the secret part/)).toBeVisible();
    expect(portal.asked.map(({ name }) => name)).not.toContain('SignInWithLink');
  });
});
