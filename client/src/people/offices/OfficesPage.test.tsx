import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testHolding, testPerson, testSeat, testViewer } from '../testing/testPeople.js';

const office = (kind: string, person: object, more: object = {}) => ({
  __typename: 'Office',
  id: `office ${kind}`,
  kind,
  scope: null,
  person,
  startedAt: '2026-01-05T08:00:00.000Z',
  endedAt: null,
  viewerCanEnd: true,
  ...more,
});
const ori = testPerson('Ori');
const tomas = testPerson('Tomas');
const viewer = testViewer('Ori', { viewerCanAppointTo: ['TREASURER', 'CONVENER', 'SAFEGUARDING_LEAD'] });

/** What a search for people answers, one to a page. */
function peopleCalled(...names: string[]) {
  return ({ search, after }: { search: string; after?: string }) => {
    const found = names.filter((name) => name.toLowerCase().startsWith(search.toLowerCase()));
    const start = after ? found.indexOf(after) + 1 : 0;
    const edges = found
      .slice(start, start + 1)
      .map((name) => ({ cursor: name, node: { ...testPerson(name), seats: [testHolding(testSeat('CONTACT', testPerson(name)))] } }));
    return {
      totalCount: found.length,
      pageInfo: { hasNextPage: start + 1 < found.length, endCursor: edges.at(-1)?.cursor ?? null },
      edges,
    };
  };
}

beforeEach(() => sessionStorage.clear());

describe('the offices of the network', () => {
  it('appoint a convener for a group', async () => {
    const offices = [office('OPERATOR', ori), office('TREASURER', tomas)];
    const portal = testPortal([], [], {
      viewer,
      offices: () => [...offices],
      people: peopleCalled('Tomas'),
      appointToOffice: ({ input }: { input: { kind: string; scope: string; personId: string } }) => {
        const added = office(input.kind, tomas, { scope: input.scope });
        offices.push(added);
        return added;
      },
    });
    const { user, container } = await renderPage('/offices', portal);
    await user.click(await screen.findByRole('button', { name: 'Appoint somebody to an office' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Office' }), 'CONVENER');
    await user.type(screen.getByRole('textbox', { name: 'For which coalition or group' }), 'child-participation');
    await user.type(screen.getByRole('searchbox', { name: 'Find somebody by name' }), 'tom');
    expect(await screen.findByText('1 person is called so; choose below.')).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'Tomas, Lotus Example Council');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Appoint Tomas' }));
    expect(await screen.findByText('Tomas holds the office from now on.')).toBeVisible();
    expect(await screen.findByText('child-participation')).toBeVisible();
  });

  it('says that both safeguarding leads are designated already', async () => {
    const portal = testPortal([], [], {
      viewer,
      offices: [office('OPERATOR', ori)],
      people: peopleCalled(),
      appointToOffice: () => ({ __typename: 'SafeguardingLeadsComplete', message: 'Two people are designated already.' }),
    });
    const { user } = await renderPage('/offices', portal);
    await user.click(await screen.findByRole('button', { name: 'Appoint somebody to an office' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Office' }), 'SAFEGUARDING_LEAD');
    await user.click(screen.getByRole('button', { name: 'Appoint this person' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Two people are designated already.');
  });

  it('say that the directory knows no such coalition, and keep what was typed', async () => {
    const message = 'The directory knows no coalition of the short name “crc-asai”.';
    const portal = testPortal([], [], {
      viewer: testViewer('Ori', { viewerCanAppointTo: ['COORDINATOR'] }),
      offices: [office('OPERATOR', ori)],
      people: peopleCalled('Tomas'),
      appointToOffice: { __typename: 'NoSuchCoalition', message },
    });
    const { user } = await renderPage('/offices', portal);
    await user.click(await screen.findByRole('button', { name: 'Appoint somebody to an office' }));
    const scope = screen.getByRole('combobox', { name: 'For which coalition or group' });
    await user.type(scope, 'crc-asai');
    await user.type(screen.getByRole('searchbox', { name: 'Find somebody by name' }), 'tom');
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Person' }), 'Tomas, Lotus Example Council');
    await user.click(screen.getByRole('button', { name: 'Appoint Tomas' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByRole('alert')).toHaveFocus();
    expect(scope).toHaveValue('crc-asai');
    expect(screen.getByRole('button', { name: 'Appoint Tomas' })).toBeEnabled();
  });

  it('bring further people of a search page by page, and say when there is nobody', async () => {
    const portal = testPortal([], [], { viewer, offices: [office('OPERATOR', ori)], people: peopleCalled('Amal', 'Amina') });
    const { user } = await renderPage('/offices', portal);
    await user.click(await screen.findByRole('button', { name: 'Appoint somebody to an office' }));
    const search = screen.getByRole('searchbox', { name: 'Find somebody by name' });
    await user.type(search, 'am');
    expect(await screen.findByText('2 people are called so; choose below.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more people' }));
    expect(await screen.findByRole('option', { name: 'Amina, Lotus Example Council' })).toBeInTheDocument();
    expect(screen.getByRole('option', { name: 'Amal, Lotus Example Council' })).toBeInTheDocument();
    await user.type(search, 'x');
    expect(await screen.findByText('0 people are called so; choose below.')).toBeVisible();
  });

  it('want a reason when somebody else’s office is ended, and take it', async () => {
    const given: unknown[] = [];
    const portal = testPortal([], [], {
      viewer,
      offices: [office('OPERATOR', ori), office('TREASURER', tomas)],
      endOffice: ({ input }: { input: { reason?: string } }) => {
        given.push(input.reason);
        return input.reason
          ? office('TREASURER', tomas, { endedAt: '2026-03-02T10:00:00.000Z' })
          : { __typename: 'InvalidInput', message: 'Wrong.', fields: [{ path: 'reason', message: 'Say why.' }] };
      },
    });
    const { user } = await renderPage('/offices', portal);
    await user.click(await screen.findByRole('button', { name: 'End the office of Tomas' }));
    const question = await screen.findByRole('region', { name: /Shall Tomas no longer hold this office/ });
    await user.click(within(question).getByRole('button', { name: 'End it now' }));
    expect(await within(question).findByRole('alert')).toHaveTextContent('Say why.');
    await user.type(within(question).getByRole('textbox', { name: 'Why' }), 'Term over');
    await user.click(within(question).getByRole('button', { name: 'End it now' }));
    expect(await screen.findByText('Tomas no longer holds this office: Treasurer.')).toBeVisible();
    expect(given).toEqual([undefined, 'Term over']);
  });

  it('say that nobody held one on a day long ago', async () => {
    const portal = testPortal([], [], { viewer, offices: ({ at }: { at?: string }) => (at ? [] : [office('OPERATOR', ori)]) });
    await renderPage('/offices?on=1990-01-01', portal);
    expect(await screen.findByRole('heading', { name: 'Nobody held an office' })).toBeVisible();
    expect(portal.asked).toContainEqual({ name: 'Offices', variables: { at: '1990-01-01T23:59:59.999Z' } });
  });
});
