import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { renderPage } from '../../../testing/renderPage.js';
import { testPortal } from '../../../testing/testPortal.js';
import { testOrganisation, testPerson, testViewer } from '../testing/testPeople.js';

interface Detail {
  id: string;
  kind: string;
  value: string;
  visibility: string | null;
  viewerCanChange: boolean;
}

const detail = (value: string, more: object = {}) => ({
  __typename: 'ContactDetail',
  id: value,
  kind: 'PHONE',
  value,
  personName: null,
  visibility: 'MEMBERS',
  viewerCanChange: true,
  ...more,
});

/** The account of Mira, who has these contact details; acts change them as the server would. */
function account(details: object[], acts: object = {}) {
  const viewer = testViewer('Mira', { person: testPerson('Mira', { contactDetails: details }) });
  return testPortal([], [], { viewer, ...acts });
}

const section = () => screen.findByRole('region', { name: 'How to reach' });

describe('contact details', () => {
  it('are added, shown with who may see them, changed and removed', async () => {
    const details: object[] = [];
    const given: object[] = [];
    const portal = account(details, {
      addContactDetail: ({ input }: { input: Detail }) => {
        given.push({ ...input });
        const added = detail(input.value, { kind: input.kind, visibility: input.visibility });
        details.push(added);
        return added;
      },
      changeContactDetail: ({ input }: { input: { contactDetailId: string; value: string; visibility: string } }) => {
        details[0] = detail(input.value, { id: input.contactDetailId, visibility: input.visibility });
        return details[0];
      },
      removeContactDetail: ({ input }: { input: { contactDetailId: string } }) => {
        details.length = 0;
        return { __typename: 'ContactDetailRemoved', ...input };
      },
    });
    const { user, container } = await renderPage('/account', portal);
    await user.click(within(await section()).getByRole('button', { name: 'Add a contact detail' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'What it is' }), 'PHONE');
    await user.type(screen.getByRole('textbox', { name: 'Address, number or name' }), '+63 2 555 0100');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who may see it' }), 'SECRETARIAT');
    expect(await axe(container)).toHaveNoViolations();
    await user.click(screen.getByRole('button', { name: 'Add it' }));
    const entry = within(await section());
    expect(await entry.findByRole('heading', { name: '+63 2 555 0100' })).toBeVisible();
    expect(entry.getByText('The secretariat')).toBeVisible();
    expect(given).toEqual([{ kind: 'PHONE', value: '+63 2 555 0100', visibility: 'SECRETARIAT' }]);

    await user.click(entry.getByRole('button', { name: 'Change +63 2 555 0100' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who may see it' }), 'PUBLIC');
    await user.click(screen.getByRole('button', { name: 'Save the change' }));
    expect(await entry.findByText('Everybody')).toBeVisible();

    await user.click(entry.getByRole('button', { name: 'Remove +63 2 555 0100' }));
    const question = screen.getByRole('region', { name: 'Remove +63 2 555 0100?' });
    await user.click(within(question).getByRole('button', { name: 'Remove +63 2 555 0100' }));
    expect(await entry.findByText('None yet, or none that you may see')).toBeVisible();
  });

  it('that are wrong are refused beside their field, with what was typed', async () => {
    const portal = account([detail('+63 2 555 0100')], {
      addContactDetail: {
        __typename: 'InvalidInput',
        message: 'Wrong.',
        fields: [{ path: 'value', message: 'This is not a mail address.' }],
      },
    });
    const { user } = await renderPage('/account', portal);
    await user.click(within(await section()).getByRole('button', { name: 'Add a contact detail' }));
    const value = screen.getByRole('textbox', { name: 'Address, number or name' });
    await user.type(value, 'mira at example');
    await user.click(screen.getByRole('button', { name: 'Add it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('1 thing to mend');
    expect(value).toHaveValue('mira at example');
    expect(value).toHaveAccessibleDescription(/This is not a mail address/);
  });

  it('beyond the twentieth are refused with what to do', async () => {
    const portal = account([], {
      addContactDetail: { __typename: 'TooManyContactDetails', message: 'Twenty contact details are the most.' },
    });
    const { user } = await renderPage('/account', portal);
    await user.click(within(await section()).getByRole('button', { name: 'Add a contact detail' }));
    await user.click(screen.getByRole('button', { name: 'Add it' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Twenty contact details are the most.');
  });

  it('of an organisation that the reader does not administer offer no way to change them, and say when there are none', async () => {
    const seatsOf = { organisationId: testOrganisation.id, viewerCanInvite: false, invitations: [], seats: [] };
    const asked = { viewer: testViewer('Mira'), seatsOf };
    const shown = detail('https://lotus.example', { kind: 'WEBSITE', visibility: null, viewerCanChange: false });
    const { unmount } = await renderPage('/organisation?of=organisation 1', testPortal([], [], { ...asked, contactDetailsOf: [shown] }));
    expect(within(await section()).getByText('https://lotus.example')).toBeVisible();
    expect(within(await section()).queryByRole('button')).not.toBeInTheDocument();
    unmount();
    await renderPage('/organisation?of=organisation 1', testPortal([], [], { ...asked, contactDetailsOf: [] }));
    expect(within(await section()).getByText('None yet, or none that you may see')).toBeVisible();
  });
});
