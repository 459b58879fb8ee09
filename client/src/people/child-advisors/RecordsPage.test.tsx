import { screen, waitFor, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testPerson, testViewer } from '../testing/testPeople.js';

const sana = testPerson('Sana');
const nils = testPerson('Nils');
const asSana = testViewer('Sana', { viewerCanOpenChildRecords: true });
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

const waiting = {
  __typename: 'ChildRecordsOpening',
  id: 'opening 1',
  state: 'WAITING',
  reason: 'Yearly review.',
  askedBy: nils,
  askedAt: '2026-03-02T09:00:00.000Z',
  lapsesAt: '2026-03-03T09:00:00.000Z',
  answeredBy: null,
  answeredAt: null,
  refusedBecause: null,
  closesAt: null,
  viewerCanAnswer: true,
};
const open = () => ({
  ...waiting,
  state: 'OPEN',
  answeredBy: sana,
  answeredAt: '2026-03-02T09:10:00.000Z',
  closesAt: inAnHour(),
  viewerCanAnswer: false,
});

const publication = {
  __typename: 'Consent',
  purpose: 'PUBLICATION',
  childSignedOn: '2026-01-10',
  guardianSignedOn: '2026-01-12',
  expiresOn: '2026-12-31',
  withdrawnAt: null,
  isValid: true,
};
const comet = {
  __typename: 'ChildRecord',
  id: 'record 1',
  pseudonym: 'Comet',
  ageBand: 'FROM_13_TO_17',
  region: 'ASIA_PACIFIC',
  languages: ['km'],
  mandateStartsOn: '2026-01-01',
  mandateEndsOn: '2027-12-31',
  supportingOrganisationId: 'organisation 0',
  supportingOrganisationName: 'Lotus Example Council',
  consents: [publication],
};

/** The portal as Sana finds it, with an opening that its mutations change. */
function store(opening: object | null, more: object = {}) {
  const state = { opening };
  const portal = testPortal([{ name: 'Lotus Example Council' }], [], {
    viewer: asSana,
    childRecordsOpening: () => state.opening,
    readChildRecords: { __typename: 'ChildRecordsRead', readAt: '2026-03-02T09:15:00.000Z', records: [comet] },
    ...more,
  });
  return { state, portal };
}

beforeEach(() => sessionStorage.clear());

describe('the restricted store', () => {
  it('leads to a day that is in no calendar, when a browser without a date field sends one, and keeps all that was typed', async () => {
    const { portal } = store(open());
    const { user } = await renderPage('/child-advisors/records', portal);
    await user.click(await screen.findByRole('button', { name: 'Read the records' }));
    await user.click(await screen.findByRole('button', { name: 'Record a consent of Comet' }));
    const form = await screen.findByRole('region', { name: 'To what do Comet and a guardian agree?' });
    const typed = { 'Child signed on': '2026-01-31', 'Guardian signed on': '2026-02-01', 'Holds until': '2026-12-31' };
    for (const [label, day] of Object.entries(typed)) await user.type(within(form).getByLabelText(label), day);
    portal.failWith({
      message:
        'Variable "$input" got invalid value "2026-02-31" at "input.childSignedOn"; A Date is a day of the calendar, written like 2026-05-31.',
      extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'childSignedOn', message: 'There is no such day in the calendar.' }] },
    });
    await user.click(within(form).getByRole('button', { name: 'Record this consent' }));
    const alert = await within(form).findByRole('alert');
    await waitFor(() => expect(alert).toHaveFocus());
    await user.click(within(alert).getByRole('link', { name: 'There is no such day in the calendar.' }));
    expect(within(form).getByLabelText('Child signed on')).toHaveFocus();
    expect(within(form).getByLabelText('Child signed on')).toBeInvalid();
    for (const [label, day] of Object.entries(typed)) expect(within(form).getByLabelText(label)).toHaveValue(day);
  });

  it('says so when it was asked for too often, and keeps the reason that was typed', async () => {
    const message = 'That was tried too often. Please try again in 24 h.';
    const { portal } = store(null, { askToOpenChildRecords: { __typename: 'TooManyAttempts', message, retryAfterSeconds: 84_600 } });
    const { user } = await renderPage('/child-advisors/records', portal);
    await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'Yearly review.');
    await user.click(screen.getByRole('button', { name: 'Ask to open it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('Yearly review.');
  });

  it('opens when the reader agrees to what the other asked, and is read by a click of its own', async () => {
    const { state, portal } = store(waiting, { agreeToOpenChildRecords: () => (state.opening = open()) });
    const { user, container } = await renderPage('/child-advisors/records', portal);
    expect(await screen.findByRole('heading', { name: 'Nils asks you to open the store together' })).toBeVisible();
    expect(screen.getByText('Yearly review.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Agree and open it for one hour' }));
    expect(await screen.findByRole('heading', { name: 'The store is open' })).toBeVisible();
    expect(screen.queryByText('Comet')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Read the records' }));
    const record = await screen.findByRole('article', { name: 'Comet' });
    expect(within(record).getByRole('row', { name: /Publication.*holds/ })).toBeVisible();
    expect(record).toHaveTextContent('Khmer');
    expect(await axe(container)).toHaveNoViolations();
  });

  it('is asked for with a reason, and says when nobody else is designated', async () => {
    const reasons: string[] = [];
    const { state, portal } = store(null, {
      askToOpenChildRecords: ({ input }: { input: { reason: string } }) => {
        reasons.push(input.reason);
        if (reasons.length === 1) return { __typename: 'SecondLeadMissing', message: 'Nobody but you is designated now.' };
        state.opening = { ...waiting, askedBy: sana, viewerCanAnswer: false };
        return state.opening;
      },
    });
    const { user } = await renderPage('/child-advisors/records', portal);
    await user.type(await screen.findByRole('textbox', { name: 'Why' }), 'Yearly review.');
    await user.click(screen.getByRole('button', { name: 'Ask to open it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody but you is designated now.');
    await user.click(screen.getByRole('button', { name: 'Ask to open it' }));
    expect(await screen.findByRole('heading', { name: 'You have asked to open the store' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Take it back' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Agree/ })).not.toBeInTheDocument();
    expect(reasons).toEqual(['Yearly review.', 'Yearly review.']);
  });

  it('stays closed when the reader says no, and tells who asked why', async () => {
    const { state, portal } = store(waiting, {
      refuseToOpenChildRecords: ({ input }: { input: { reason: string } }) =>
        (state.opening = {
          ...waiting,
          state: 'REFUSED',
          answeredBy: sana,
          answeredAt: '2026-03-02T09:10:00.000Z',
          refusedBecause: input.reason,
          viewerCanAnswer: false,
        }),
    });
    const { user } = await renderPage('/child-advisors/records', portal);
    await user.click(await screen.findByRole('button', { name: 'Say no' }));
    const form = await screen.findByRole('region', { name: 'Why do you say no?' });
    await user.type(within(form).getByRole('textbox', { name: 'Why' }), 'Let us talk first.');
    await user.click(within(form).getByRole('button', { name: 'Say no' }));
    expect(await screen.findByText(/Sana said no on/)).toHaveTextContent('Let us talk first.');
  });

  it('shows that it closed meanwhile, and nothing that was in it', async () => {
    const { state, portal } = store(open(), {
      readChildRecords: () => {
        state.opening = { ...open(), state: 'CLOSED' };
        return { __typename: 'ChildRecordsClosed', message: 'The restricted store is closed.' };
      },
    });
    const { user } = await renderPage('/child-advisors/records', portal);
    await user.click(await screen.findByRole('button', { name: 'Read the records' }));
    expect(await screen.findByRole('heading', { name: 'The store is closed' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Read the records' })).not.toBeInTheDocument();
  });

  it('says that it is empty, and takes in a child advisor with all that is wanted', async () => {
    const given: object[] = [];
    const { portal } = store(open(), {
      readChildRecords: { __typename: 'ChildRecordsRead', readAt: '2026-03-02T09:15:00.000Z', records: [] },
      registerChildAdvisor: ({ input }: { input: object }) => {
        given.push({ ...input });
        return { ...comet, consents: [] };
      },
    });
    const { user } = await renderPage('/child-advisors/records', portal);
    await user.click(await screen.findByRole('button', { name: 'Read the records' }));
    expect(await screen.findByRole('heading', { name: 'No child advisor is registered' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Register a child advisor' }));
    await user.type(await screen.findByRole('textbox', { name: 'Pseudonym' }), 'Comet');
    await user.click(screen.getByRole('button', { name: 'Register Comet' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('4 things to mend');
    await user.type(screen.getByRole('textbox', { name: 'Languages' }), 'km, fr');
    expect(screen.getByText('Khmer and French')).toBeVisible();
    await user.type(screen.getByLabelText('Mandate begins'), '2026-01-01');
    await user.type(screen.getByLabelText('Mandate ends'), '2027-12-31');
    await user.type(screen.getByRole('searchbox', { name: 'Find the supporting organisation' }), 'Lotus');
    await screen.findByRole('option', { name: 'Lotus Example Council' });
    await user.selectOptions(screen.getByRole('combobox', { name: 'Supporting organisation' }), 'organisation 0');
    await user.click(screen.getByRole('button', { name: 'Register Comet' }));
    expect(await screen.findByText(/Comet is registered/)).toBeVisible();
    expect(screen.getByRole('article', { name: 'Comet' })).toHaveTextContent('No consent has been recorded');
    expect(given).toMatchObject([{ pseudonym: 'Comet', languages: ['km', 'fr'], supportingOrganisationId: 'organisation 0' }]);
  });

  it('records a consent with both signatures, withdraws it and removes the record', async () => {
    const { portal } = store(open(), {
      readChildRecords: { __typename: 'ChildRecordsRead', readAt: '2026-03-02T09:15:00.000Z', records: [{ ...comet, consents: [] }] },
      recordConsent: comet,
      withdrawConsent: {
        __typename: 'ConsentWithdrawn',
        pseudonym: 'Comet',
        purpose: 'PUBLICATION',
        withdrawnAt: '2026-03-02T10:00:00.000Z',
        record: { ...comet, consents: [{ ...publication, isValid: false, withdrawnAt: '2026-03-02T10:00:00.000Z' }] },
      },
      removeChildAdvisor: { __typename: 'ChildRecordRemoved', removedAt: '2026-03-02T10:05:00.000Z' },
    });
    const { user } = await renderPage('/child-advisors/records', portal);
    await user.click(await screen.findByRole('button', { name: 'Read the records' }));
    await user.click(await screen.findByRole('button', { name: 'Record a consent of Comet' }));
    await user.type(await screen.findByLabelText('Child signed on'), '2026-01-10');
    await user.type(screen.getByLabelText('Guardian signed on'), '2026-01-12');
    await user.type(screen.getByLabelText('Holds until'), '2026-12-31');
    await user.click(screen.getByRole('button', { name: 'Record this consent' }));
    expect(await screen.findByRole('row', { name: /Publication.*holds/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Withdraw a consent of Comet' }));
    await user.click(screen.getByRole('button', { name: 'Withdraw it now' }));
    expect(await screen.findByRole('row', { name: /Publication.*withdrawn on 2 March 2026/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove Comet' }));
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'The mandate is over.');
    await user.click(screen.getByRole('button', { name: 'Remove it for good' }));
    expect(await screen.findByText('Everything about Comet is removed.')).toBeVisible();
    expect(screen.queryByRole('article', { name: 'Comet' })).not.toBeInTheDocument();
  });

  it('is closed to everybody else, who learn only who can open it', async () => {
    await renderPage('/child-advisors/records', testPortal([], [], { viewer: testViewer('Selma', { viewerCanOpenChildRecords: false }) }));
    expect(await screen.findByRole('heading', { name: 'This is open to two designated people only' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Ask|Read|Withdraw/ })).not.toBeInTheDocument();
  });
});
