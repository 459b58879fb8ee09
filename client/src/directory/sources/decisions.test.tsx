import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testPerson, testViewer } from '../../people/testing/index.js';

const world = [
  { name: 'Plataforma de Infancia', country: 'US' },
  { name: 'Plataforma de la Infancia', acronym: 'POI', country: 'US' },
];
const merge = {
  __typename: 'OrganisationMerge',
  id: 'merge 1',
  staysName: 'Plataforma de la Infancia',
  goesName: 'Plataforma de Infancia',
  reason: 'One telephone number.',
  mergedAt: '2026-03-02T09:00:00.000Z',
  undoneAt: null as string | null,
  mergedBy: testPerson('Selma'),
  stays: { id: 'organisation 1', slug: 'plataforma-de-la-infancia' },
};
const apart = {
  __typename: 'PossibleDuplicate',
  id: 'pair 0',
  left: { id: 'organisation 0', slug: 'plataforma-de-infancia', name: 'Plataforma de Infancia' },
  right: { id: 'organisation 1', slug: 'plataforma-de-la-infancia', name: 'Plataforma de la Infancia' },
};
const listOf = (nodes: readonly object[]) => ({
  totalCount: nodes.length,
  pageInfo: { hasNextPage: false, endCursor: null },
  edges: nodes.map((node, index) => ({ cursor: String(index), node })),
});

interface Curation {
  pairs?: [number, number][];
  merges?: object[];
  kept?: object[];
  /** What each mutation answers: always the same, or each time what this gives. */
  answers?: Readonly<Record<string, object | (() => object | undefined)>>;
}

/** The page as somebody of the secretariat finds it: a pair to decide on, and what was decided before. */
function curation({ pairs = [[0, 1]], merges = [], kept = [], answers = {} }: Curation = {}) {
  const inputs: object[] = [];
  const acts = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      ({ input }: { input: object }) => {
        inputs.push(JSON.parse(JSON.stringify(input)) as object);
        return typeof answer === 'function' ? answer() : answer;
      },
    ]),
  );
  const portal = testPortal(world, pairs, {
    viewer: testViewer('Selma', { viewerCanCurate: true }),
    organisationMerges: () => listOf(merges),
    keptApart: () => listOf(kept),
    ...acts,
  });
  return { portal, inputs, pairs, merges, kept };
}

describe('a pair of possible duplicates', () => {
  it('is merged with the keyboard alone: one stays, takes what was chosen, and the decision stands below', async () => {
    const { portal, inputs, pairs, merges } = curation({
      answers: {
        mergeOrganisations: () => {
          pairs.splice(0);
          merges.push(merge);
          return merge;
        },
      },
    });
    const { user, container } = await renderPage('/directory/duplicates', portal);
    (await screen.findByRole('button', { name: 'Merge, and keep Plataforma de la Infancia' })).focus();
    await user.keyboard('{Enter}');
    const form = await screen.findByRole('region', { name: 'Merge into Plataforma de la Infancia' });
    expect(within(form).getByRole('heading', { name: 'Merge into Plataforma de la Infancia' })).toHaveFocus();
    expect(form).toHaveTextContent('Plataforma de Infancia goes: its address leads on to Plataforma de la Infancia');
    expect(await axe(container)).toHaveNoViolations();
    await user.tab();
    expect(within(form).getByRole('checkbox', { name: 'Name' })).toHaveFocus();
    await user.tab();
    await user.keyboard(' ');
    within(form).getByRole('textbox', { name: 'Why' }).focus();
    await user.keyboard('One telephone number.');
    await user.tab();
    expect(within(form).getByRole('button', { name: 'Merge the two' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('Plataforma de Infancia is merged into Plataforma de la Infancia.')).toBeVisible();
    expect(inputs).toEqual([
      {
        staysId: 'organisation 1',
        staysVersion: 'version 1',
        goesId: 'organisation 0',
        goesVersion: 'version 1',
        taken: ['ACRONYM'],
        reason: 'One telephone number.',
      },
    ]);
    expect(await screen.findByRole('heading', { name: 'No two entries look alike' })).toBeVisible();
    const decided = await screen.findByRole('region', { name: 'Decided' });
    expect(within(decided).getByRole('link', { name: 'Plataforma de la Infancia' })).toHaveAttribute(
      'href',
      '/organisations/plataforma-de-la-infancia',
    );
    expect(decided).toHaveTextContent('Selma · 2 March 2026 · One telephone number.');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is left as it was by the Escape key', async () => {
    const { portal, inputs } = curation();
    const { user } = await renderPage('/directory/duplicates', portal);
    await user.click(await screen.findByRole('button', { name: 'Merge, and keep Plataforma de Infancia' }));
    await screen.findByRole('region', { name: 'Merge into Plataforma de Infancia' });
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'They are two' })).toBeVisible();
    expect(inputs).toEqual([]);
  });

  it('is not merged while somebody changes a profile, and can be looked at again', async () => {
    const { portal } = curation({
      answers: { mergeOrganisations: { __typename: 'ProfileChangedMeanwhile', message: 'Somebody else has changed this meanwhile.' } },
    });
    const { user } = await renderPage('/directory/duplicates', portal);
    await user.click(await screen.findByRole('button', { name: 'Merge, and keep Plataforma de Infancia' }));
    await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'One address.');
    await user.click(screen.getByRole('button', { name: 'Merge the two' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed this meanwhile.');
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('One address.');
    const askedBefore = portal.asked.filter(({ name }) => name === 'PossibleDuplicates').length;
    await user.click(screen.getByRole('button', { name: 'Look at both again' }));
    expect(portal.asked.filter(({ name }) => name === 'PossibleDuplicates')).toHaveLength(askedBefore + 1);
  });

  it('is not to be merged when the portal says why, and needs a reason', async () => {
    const answers: object[] = [
      { __typename: 'InvalidInput', message: 'Wrong.', fields: [{ path: 'reason', message: 'Say why.' }] },
      { __typename: 'NotToBeMerged', message: 'One of the two was merged already.' },
    ];
    const { portal } = curation({ answers: { mergeOrganisations: () => answers.shift() } });
    const { user } = await renderPage('/directory/duplicates', portal);
    await user.click(await screen.findByRole('button', { name: 'Merge, and keep Plataforma de Infancia' }));
    await user.click(await screen.findByRole('button', { name: 'Merge the two' }));
    await user.click(await screen.findByRole('link', { name: 'Say why.' }));
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Merge the two' }));
    expect(await screen.findByText('One of the two was merged already.')).toBeVisible();
  });

  it('keeps what was typed when the line is lost, and is decided when it is back', async () => {
    const { portal, pairs, kept, inputs } = curation({
      answers: {
        keepApart: () => {
          pairs.splice(0);
          kept.push(apart);
          return apart;
        },
      },
    });
    const { user } = await renderPage('/directory/duplicates', portal);
    await user.click(await screen.findByRole('button', { name: 'They are two' }));
    const form = await screen.findByRole('region', { name: 'These are two organisations' });
    await user.type(within(form).getByRole('textbox', { name: 'Why' }), 'Two cities.');
    portal.failWith(new TypeError('Failed to fetch'));
    await user.click(within(form).getByRole('button', { name: 'Keep them apart' }));
    expect(await within(form).findByRole('alert')).toHaveTextContent('The server could not be reached. Everything you typed is kept');
    expect(within(form).getByRole('textbox', { name: 'Why' })).toHaveValue('Two cities.');
    portal.failWith(undefined);
    await user.click(within(form).getByRole('button', { name: 'Keep them apart' }));
    expect(
      await screen.findByText('Plataforma de Infancia and Plataforma de la Infancia stay two; no import proposes them again.'),
    ).toBeVisible();
    expect(inputs).toEqual([{ duplicateId: 'pair 0', reason: 'Two cities.' }]);
    expect(await screen.findByText('Two organisations')).toBeVisible();
  });

  it('was decided by somebody else meanwhile, and says so', async () => {
    const { portal } = curation({
      answers: { keepApart: { __typename: 'DuplicateDecided', message: 'Somebody has decided about this pair meanwhile.' } },
    });
    const { user } = await renderPage('/directory/duplicates', portal);
    await user.click(await screen.findByRole('button', { name: 'They are two' }));
    await user.click(await screen.findByRole('button', { name: 'Keep them apart' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody has decided about this pair meanwhile.');
  });

  it('is only looked at by whoever does not curate', async () => {
    const portal = testPortal(world, [[0, 1]], { viewer: testViewer('Mira', { viewerCanCurate: false }) });
    await renderPage('/directory/duplicates', portal);
    expect(await screen.findByText('1 pair to look at')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Merge|They are two/ })).not.toBeInTheDocument();
    expect(portal.asked.map(({ name }) => name)).not.toContain('DecidedPairs');
  });
});

describe('a decision about a pair', () => {
  it('that two were one is taken back with a reason', async () => {
    const { portal, merges, inputs } = curation({
      pairs: [],
      merges: [merge],
      answers: { undoMerge: () => (merges[0] = { ...merge, undoneAt: '2026-03-03T09:00:00.000Z' }) },
    });
    const { user } = await renderPage('/directory/duplicates', portal);
    (await screen.findByRole('button', { name: 'Take it back: Plataforma de Infancia' })).focus();
    await user.keyboard('{Enter}');
    const form = await screen.findByRole('region', { name: 'Make them two again' });
    await user.type(within(form).getByRole('textbox', { name: 'Why' }), 'Two boards.');
    await user.click(within(form).getByRole('button', { name: 'Take the merging back' }));
    expect(await screen.findByText('Plataforma de Infancia and Plataforma de la Infancia are again as they were.')).toBeVisible();
    expect(await screen.findByText(/taken back on/)).toHaveTextContent('3 March 2026');
    expect(screen.queryByRole('button', { name: /Take it back/ })).not.toBeInTheDocument();
    expect(inputs).toEqual([{ mergeId: 'merge 1', reason: 'Two boards.' }]);
  });

  it.each([
    ['ChangedSinceMerge', 'Plataforma de la Infancia was changed since.'],
    ['MergeUndoneBefore', 'Somebody has taken this back already.'],
  ])('is not taken back when the portal answers %s, and says so', async (__typename, message) => {
    const { portal } = curation({ pairs: [], merges: [merge], answers: { undoMerge: { __typename, message } } });
    const { user } = await renderPage('/directory/duplicates', portal);
    await user.click(await screen.findByRole('button', { name: 'Take it back: Plataforma de Infancia' }));
    await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'Two boards.');
    await user.click(screen.getByRole('button', { name: 'Take the merging back' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('Two boards.');
  });

  it('that two are two is looked at again, or refused by name', async () => {
    const answers: (() => object)[] = [];
    const { portal, kept, inputs } = curation({ pairs: [], kept: [apart], answers: { reconsiderDuplicate: () => answers.shift()?.() } });
    answers.push(
      () => ({ __typename: 'DuplicateDecided', message: 'One of the two was merged meanwhile.' }),
      () => (kept.splice(0), apart),
    );
    const { user } = await renderPage('/directory/duplicates', portal);
    await user.click(await screen.findByRole('button', { name: 'Look at it again' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('One of the two was merged meanwhile.');
    await user.click(screen.getByRole('button', { name: 'Look at it again' }));
    expect(await screen.findByText('The pair is looked at again.')).toBeVisible();
    expect(inputs).toEqual([{ duplicateId: 'pair 0' }, { duplicateId: 'pair 0' }]);
    expect(screen.queryByRole('region', { name: 'Decided' })).not.toBeInTheDocument();
  });
});
