import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testPerson, testViewer } from '../testing/testPeople.js';

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

beforeEach(() => sessionStorage.clear());

describe('the offices of the network', () => {
  it('appoint a convener for a group', async () => {
    const offices = [office('OPERATOR', ori), office('TREASURER', tomas)];
    const portal = testPortal([], [], {
      viewer,
      offices: () => [...offices],
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
    await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'person Tomas');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Appoint Tomas' }));
    expect(await screen.findByText('Tomas holds the office from now on.')).toBeVisible();
    expect(await screen.findByText('child-participation')).toBeVisible();
  });

  it('says that both safeguarding leads are designated already', async () => {
    const portal = testPortal([], [], {
      viewer,
      offices: [office('OPERATOR', ori)],
      appointToOffice: () => ({ __typename: 'SafeguardingLeadsComplete', message: 'Two people are designated already.' }),
    });
    const { user } = await renderPage('/offices', portal);
    await user.click(await screen.findByRole('button', { name: 'Appoint somebody to an office' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Office' }), 'SAFEGUARDING_LEAD');
    await user.click(screen.getByRole('button', { name: 'Appoint this person' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Two people are designated already.');
  });

  it('want a reason when somebody else’s office is ended, and take it', async () => {
    const given: unknown[] = [];
    const portal = testPortal([], [], {
      viewer,
      offices: [office('OPERATOR', ori), office('TREASURER', tomas)],
      endOffice: ({ input }: { input: { reason?: string } }) => {
        given.push(input.reason);
        return input.reason ? office('TREASURER', tomas, { endedAt: '2026-03-02T10:00:00.000Z' }) : { __typename: 'InvalidInput', message: 'Wrong.', fields: [{ path: 'reason', message: 'Say why.' }] };
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
