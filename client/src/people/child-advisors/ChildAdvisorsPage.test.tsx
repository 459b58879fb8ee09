import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testViewer } from '../testing/testPeople.js';

const counts = {
  total: 10,
  byRegion: [
    { region: 'AFRICA', count: 5 },
    { region: 'EASTERN_EUROPE', count: null },
  ],
  byAgeBand: [{ ageBand: 'FROM_13_TO_17', count: 5 }],
};
const inPublic = { pseudonym: 'Comet', ageBand: 'FROM_13_TO_17', region: 'ASIA_PACIFIC', languages: null, mandateEndsOn: null };
const toMembers = { ...inPublic, languages: ['km', 'fr'], mandateEndsOn: '2027-12-31' };
const lead = testViewer('Sana', { viewerCanOpenChildRecords: true });

describe('the child advisors', () => {
  it('are shown to a visitor by pseudonym, age band and region, with counts that say where they are under five', async () => {
    const portal = testPortal([], [], { viewer: null, childAdvisors: [inPublic], childAdvisorCounts: counts });
    const { container } = await renderPage('/child-advisors', portal);
    const shown = await screen.findByRole('region', { name: 'Shown to everybody today' });
    expect(shown).toHaveTextContent('Comet');
    expect(shown).toHaveTextContent('13 to 17 years · Asia-Pacific');
    expect(shown).not.toHaveTextContent('Advises in');
    expect(screen.getByText(/No real child appears here/)).toBeVisible();
    const told = screen.getByRole('region', { name: 'How many are shown' });
    expect(told).toHaveTextContent('All togetherat least 10');
    expect(told).toHaveTextContent('Eastern EuropeFewer than five: not told');
    expect(screen.queryByRole('button', { name: /Withdraw/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Go to the restricted store' })).not.toBeInTheDocument();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('show their languages and mandate to a member', async () => {
    await renderPage(
      '/child-advisors',
      testPortal([], [], {
        viewer: testViewer('Mira', { viewerCanOpenChildRecords: false }),
        childAdvisors: [toMembers],
        childAdvisorCounts: counts,
      }),
    );
    expect(await screen.findByText('Advises in Khmer and French · until 31 December 2027')).toBeVisible();
  });

  it('vanish as soon as a safeguarding lead withdraws the consent', async () => {
    let childAdvisors: object[] = [toMembers];
    const portal = testPortal([], [], {
      viewer: lead,
      childAdvisors: () => childAdvisors,
      childAdvisorCounts: counts,
      withdrawConsent: ({ input }: { input: { pseudonym: string; purpose: string } }) => {
        childAdvisors = [];
        return { __typename: 'ConsentWithdrawn', ...input, withdrawnAt: '2026-03-02T10:00:00.000Z', record: null };
      },
    });
    const { user } = await renderPage('/child-advisors', portal);
    await user.click(await screen.findByRole('button', { name: 'Withdraw a consent of Comet' }));
    const form = await screen.findByRole('region', { name: 'Which consent of Comet is withdrawn?' });
    await user.selectOptions(within(form).getByRole('combobox', { name: 'Agreed to' }), 'PARTICIPATION');
    await user.click(within(form).getByRole('button', { name: 'Withdraw it now' }));
    expect(await screen.findByText('Withdrawn: Participation, Comet. What it allowed is hidden.')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Nobody is shown today' })).toBeVisible();
  });

  it('stay, and say so, when there is no such consent to withdraw', async () => {
    const portal = testPortal([], [], {
      viewer: lead,
      childAdvisors: [toMembers],
      childAdvisorCounts: counts,
      withdrawConsent: { __typename: 'NoValidConsent', message: 'Nobody of this pseudonym has a valid consent to this.' },
    });
    const { user } = await renderPage('/child-advisors', portal);
    await user.click(await screen.findByRole('button', { name: 'Withdraw a consent of Comet' }));
    await user.click(await screen.findByRole('button', { name: 'Withdraw it now' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody of this pseudonym');
    expect(screen.getByRole('heading', { name: 'Comet' })).toBeVisible();
  });
});
