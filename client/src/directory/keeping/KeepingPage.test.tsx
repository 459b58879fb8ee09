import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testProfile as profile, testProposal as proposal } from '../testing/testKeeping.js';

const exchanges = [
  { id: 'training', label: 'Training' },
  { id: 'research', label: 'Research' },
];

type Tried = { change: Record<string, unknown>; version: string };

/** The council as one of its people keeps it; `answer` is what the mutations answer to each try. */
function council({ keeping = {}, more = {} }: { keeping?: object; more?: object } = {}) {
  const state = { profile: { ...profile }, proposals: [] as object[] };
  const root = {
    viewer: { person: { id: 'person Amal' }, seats: [{ id: 'seat', organisationId: 'organisation 1' }] },
    keepingOf: () => ({
      listing: 'LISTED',
      seat: { street: 'Lotus Street 7', city: null, region: null },
      viewerCanChange: true,
      viewerCanPropose: false,
      organisation: state.profile,
      proposals: state.proposals,
      ...keeping,
    }),
    themes: [{ id: 'education', label: 'Education' }],
    exchanges,
    ...more,
  };
  return { state, portal: testPortal([], [], root) };
}

beforeEach(() => sessionStorage.clear());

describe('the profile of my organisation', () => {
  it('is changed section by section, and says so', async () => {
    const tries: Tried[] = [];
    const { state, portal } = council({
      more: {
        changeProfile: ({ input }: { input: Tried }) => {
          tries.push(input);
          state.profile = { ...profile, offers: [exchanges[0]] as never };
          return state.profile;
        },
      },
    });
    const { user, container } = await renderPage('/organisation/profile', portal);
    expect(await screen.findByRole('heading', { level: 1, name: 'Profile of Lotus Example Council' })).toBeVisible();
    expect(screen.getByText(/over a year ago/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change: What it offers and seeks' }));
    const form = await screen.findByRole('region', { name: 'Change “What it offers and seeks”' });
    await user.click(within(within(form).getByRole('group', { name: 'Offers' })).getByRole('checkbox', { name: 'Training' }));
    expect(await axe(container)).toHaveNoViolations();
    await user.click(within(form).getByRole('button', { name: 'Save and confirm' }));
    expect(await screen.findByText('“What it offers and seeks” is saved and confirmed as of today.')).toBeVisible();
    expect(tries).toMatchObject([{ version: 'version 1', change: { exchange: { offers: ['training'], seeks: [] } } }]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('keeps what was typed when a field is wrong, and leads to it', async () => {
    const { portal } = council({
      more: {
        changeProfile: () => ({
          __typename: 'InvalidInput',
          message: 'Some of it needs another look.',
          fields: [{ path: 'change.identity.foundedIn', message: 'The year of foundation lies between 1800 and this year.' }],
        }),
      },
    });
    const { user } = await renderPage('/organisation/profile', portal);
    await user.click(await screen.findByRole('button', { name: 'Change: Who it is' }));
    await user.type(await screen.findByRole('textbox', { name: 'Founded in' }), '1799');
    await user.click(screen.getByRole('button', { name: 'Save and confirm' }));
    await user.click(await screen.findByRole('link', { name: 'The year of foundation lies between 1800 and this year.' }));
    expect(screen.getByRole('textbox', { name: 'Founded in' })).toHaveFocus();
    expect(screen.getByRole('textbox', { name: 'Founded in' })).toHaveValue('1799');
  });

  it('shows both sides of what somebody else changed, and saves one’s own all the same when told so', async () => {
    const tries: Tried[] = [];
    const { portal } = council({
      more: {
        changeProfile: ({ input }: { input: Tried }) => {
          tries.push(input);
          if (tries.length > 1) return profile;
          const differences = [
            {
              field: 'ACRONYM',
              before: [{ code: 'LEC', text: 'LEC', language: null }],
              after: [{ code: 'Lotus', text: 'Lotus', language: null }],
            },
          ];
          return {
            __typename: 'ProfileChangedMeanwhile',
            message: 'Somebody else has changed this meanwhile.',
            versionNow: 'version 2',
            organisationNow: profile,
            differences,
          };
        },
      },
    });
    const { user } = await renderPage('/organisation/profile', portal);
    await user.click(await screen.findByRole('button', { name: 'Change: Who it is' }));
    await user.type(await screen.findByRole('textbox', { name: 'Short name' }), 'Lotus');
    await user.click(screen.getByRole('button', { name: 'Save and confirm' }));
    expect(await screen.findByRole('row', { name: 'Short name LEC Lotus' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save mine all the same' }));
    expect(await screen.findByText('“Who it is” is saved and confirmed as of today.')).toBeVisible();
    expect(tries.map(({ version }) => version)).toEqual(['version 1', 'version 2']);
  });

  it('is confirmed as it stands', async () => {
    const tries: object[] = [];
    const { portal } = council({ more: { confirmProfileSection: ({ input }: { input: object }) => (tries.push({ ...input }), profile) } });
    const { user } = await renderPage('/organisation/profile', portal);
    await user.click(await screen.findByRole('button', { name: 'This is right: What it works on' }));
    expect(await screen.findByText('“What it works on” is confirmed as of today.')).toBeVisible();
    expect(tries).toEqual([{ organisationId: 'organisation 1', section: 'WORK', version: 'version 1' }]);
  });

  it('shows what the secretariat proposes, and accepts it', async () => {
    const { state, portal } = council({
      more: {
        acceptProfileProposal: () => {
          state.proposals = [{ ...proposal, state: 'ACCEPTED', viewerCanAnswer: false }];
          return state.proposals[0];
        },
      },
    });
    state.proposals = [proposal];
    const { user, container } = await renderPage('/organisation/profile', portal);
    const shown = await screen.findByRole('article', { name: 'What it offers and seeks' });
    expect(within(shown).getByText('Your report says so.')).toBeVisible();
    expect(within(shown).getByRole('row', { name: 'Offers Not stated yet Training' })).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
    await user.click(within(shown).getByRole('button', { name: 'Accept the change' }));
    expect(await screen.findByText('The change is made, and the section is confirmed as of today.')).toBeVisible();
    expect(await screen.findByText('1 answered before')).toBeVisible();
  });

  it('says what has overtaken a proposal', async () => {
    const { state, portal } = council({
      more: {
        acceptProfileProposal: () => ({
          __typename: 'ProposalOvertaken',
          message: 'The profile was changed since this was proposed.',
          differences: [
            {
              field: 'OFFERS',
              before: [{ code: 'research', text: 'Research', language: null }],
              after: [{ code: 'training', text: 'Training', language: null }],
            },
          ],
        }),
      },
    });
    state.proposals = [proposal];
    const { user } = await renderPage('/organisation/profile', portal);
    await user.click(await screen.findByRole('button', { name: 'Accept the change' }));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The profile was changed since this was proposed.');
    expect(within(alert).getByRole('row', { name: 'Offers Research Training' })).toBeVisible();
  });

  it('lets its administrator choose who sees it', async () => {
    const { portal } = council({ more: { chooseListing: () => ({ __typename: 'OrganisationKeeping', listing: 'MEMBERS' }) } });
    const { user } = await renderPage('/organisation/profile', portal);
    await user.click(await screen.findByRole('radio', { name: /Members of the network/ }));
    await user.click(screen.getByRole('button', { name: 'Show it so' }));
    expect(await screen.findByText('From now on it is shown to: Members of the network.')).toBeVisible();
  });

  it('lets its administrator choose a published city', async () => {
    const tries: object[] = [];
    const { portal } = council({
      more: {
        publishedPlaces: [{ id: 'city:1609350', name: 'Bangkok', region: 'Bangkok' }],
        choosePlace: ({ input }: { input: object }) => {
          tries.push({ ...input });
          return { __typename: 'OrganisationKeeping', listing: 'LISTED', seat: null, organisation: profile };
        },
      },
    });
    const { user } = await renderPage('/organisation/profile', portal);
    await user.click(await screen.findByRole('button', { name: 'Choose place and precision' }));
    await user.selectOptions(await screen.findByRole('combobox', { name: 'How precisely' }), 'At the precision of a city');
    await user.type(await screen.findByRole('combobox', { name: 'Which city' }), 'Bangkok');
    await user.click(screen.getByRole('button', { name: 'Show it there' }));
    expect(await screen.findByText('The place is saved.')).toBeVisible();
    expect(tries).toMatchObject([{ organisationId: 'organisation 1', precision: 'CITY', placeId: 'city:1609350' }]);
  });

  it('lets the secretariat propose with a reason', async () => {
    const tries: (Tried & { reason: string })[] = [];
    const { portal } = council({
      keeping: { viewerCanChange: false, viewerCanPropose: true },
      more: {
        proposeProfileChange: ({ input }: { input: Tried & { reason: string } }) => {
          tries.push(input);
          return proposal;
        },
      },
    });
    const { user } = await renderPage('/organisation/profile?of=organisation 1', portal);
    await user.click(await screen.findByRole('button', { name: 'Propose a change: What it offers and seeks' }));
    await user.click(within(await screen.findByRole('group', { name: 'Seeks' })).getByRole('checkbox', { name: 'Research' }));
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'Your report says so.');
    await user.click(screen.getByRole('button', { name: 'Send the proposal' }));
    expect(await screen.findByText(/is on its way to the administrators/)).toBeVisible();
    expect(tries).toMatchObject([{ reason: 'Your report says so.', change: { exchange: { offers: [], seeks: ['research'] } } }]);
  });

  it('is closed to strangers, who are told who can open it', async () => {
    const { portal } = council({ more: { keepingOf: null } });
    await renderPage('/organisation/profile?of=organisation 1', portal);
    expect(await screen.findByRole('heading', { name: 'This is kept by the organisation itself' })).toBeVisible();
  });

  it('asks whoever is not signed in to sign in first', async () => {
    const { portal } = council({ more: { viewer: null, keepingOf: null } });
    await renderPage('/organisation/profile', portal);
    expect(await screen.findByRole('heading', { name: 'Only people who are signed in can open this' })).toBeVisible();
  });
});
