import assert from 'node:assert/strict';

export const journeys = {
  'A member signs in by the link of a mail, and the link works once': async (reader) => {
    const { page } = reader;
    await page.goto('/sign-in?back=%2Foffices');
    await reader.assertAccessible();
    await page.getByLabel('Your mail address').fill('member@fictional.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await reader.reads('A mail is on its way to member@fictional.example');
    const { mail } = await reader.mailTo('member@fictional.example');
    const link = mail.frameLocator('iframe').getByRole('link').first();
    const address = await link.getAttribute('href');
    const [opened] = await Promise.all([reader.context.waitForEvent('page'), link.click()]);
    await opened.getByRole('heading', { level: 1, name: 'Offices of the network' }).waitFor();
    await opened.getByRole('button', { name: 'Menu of Fictional Mira' }).waitFor();
    await page.goto(address);
    await reader.reads('This link was used already');
  },

  'A member reads the mail elsewhere and types its code where it was asked for': async (reader) => {
    const { page } = reader;
    await page.goto('/sign-in');
    await page.getByLabel('Your mail address').fill('convener@fictional.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await reader.reads('A mail is on its way');
    const phone = await reader.another();
    const { text } = await phone.mailTo('convener@fictional.example');
    const [, token] = /sign-in\/link#(\S+)/.exec(text) ?? [];
    await phone.page.goto(`/sign-in/link#${token}`);
    await phone.reads('This link was asked for in another browser');
    await phone.leave();
    const [code] = /\b\d{6}\b/.exec(text.replace(token, '')) ?? [];
    await page.getByLabel('Code of the mail').fill(code);
    await page.getByRole('button', { name: 'Sign in with the code' }).click();
    await reader.sees('heading', 'My account');
  },

  'Nobody learns from the sign-in page whether an address is known': async (reader) => {
    const { page } = reader;
    await page.goto('/sign-in');
    await page.getByLabel('Your mail address').fill('nobody-here@fictional.example');
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await reader.reads('A mail is on its way to nobody-here@fictional.example');
  },

  'A treasurer adds a passkey, signs out and signs in with it': async (reader) => {
    const { page, context } = reader;
    const devtools = await context.newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await reader.signInAs('Fictional Tomas');
    await page.getByLabel('Name of the passkey').fill('My phone');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await reader.reads('The passkey is added.');
    await reader.sees('heading', 'My phone');
    await reader.assertAccessible();
    await page.getByRole('button', { name: 'Menu of Fictional Tomas' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await reader.sees('heading', 'Sign in');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await reader.sees('heading', 'My account');
    await reader.reads('signed in by a passkey');
  },

  'An administrator invites a colleague, who takes the seat': async (reader) => {
    const { page } = reader;
    await reader.signInAs('Fictional Amal');
    await page.goto('/organisation');
    await page.getByRole('button', { name: 'Invite a colleague' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Fictional Noor');
    await page.getByLabel('Mail address').fill('noor');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await reader.reads('1 thing to mend. Everything you typed is kept.');
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Fictional Noor');
    await page.getByLabel('Mail address').fill('noor@fictional.example');
    await reader.assertAccessible();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await reader.reads('The invitation to Fictional Noor is on its way.');

    const noor = await reader.another();
    const { text } = await noor.mailTo('noor@fictional.example');
    const [, token] = /invitation#(\S+)/.exec(text) ?? [];
    await noor.page.goto(`/invitation#${token}`);
    await noor.reads('offers you a seat in the network: Delegate.');
    await noor.assertAccessible();
    await noor.page.getByRole('button', { name: /^Take the seat of/ }).click();
    await noor.page.getByRole('article', { name: 'Delegate' }).filter({ hasText: 'Fictional Noor' }).waitFor();
    await noor.sees('button', 'Menu of Fictional Noor');
    noor.assertNoFault();
    await noor.leave();

    await page.reload();
    await page.getByRole('article', { name: 'Delegate' }).filter({ hasText: 'Fictional Noor' }).waitFor();
  },

  'What was typed outlives a lost session': async (reader) => {
    const { page, context } = reader;
    await reader.signInAs('Fictional Amal');
    await page.goto('/organisation');
    await page.getByRole('button', { name: 'Invite a colleague' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Fictional Juno');
    await page.getByLabel('Mail address').fill('juno@fictional.example');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await page.getByRole('link', { name: 'Sign in and come back here' }).click();
    await page.getByRole('button', { name: 'Sign in as Fictional Amal' }).click();
    await reader.sees('heading', 'Invite somebody to a new seat');
    assert.equal(await page.getByLabel('Mail address').inputValue(), 'juno@fictional.example');
    await page.getByRole('button', { name: 'Send the invitation' }).click();
    await reader.reads('The invitation to Fictional Juno is on its way.');
  },

  'A representative is replaced, the history stays, and the secretariat reads of it': async (reader) => {
    const { page } = reader;
    await reader.signInAs('Fictional Chidi');
    await page.goto('/organisation');
    const seat = page.getByRole('article', { name: 'Representative' });
    await seat.getByRole('button', { name: 'Replace Fictional Chidi' }).click();
    await seat.getByLabel('Colleague').selectOption({ label: 'Fictional Corazon' });
    await reader.assertAccessible();
    await seat.getByRole('button', { name: 'Put Fictional Corazon into the seat' }).click();
    await reader.reads('Fictional Corazon holds the seat of Fictional Chidi from now on.');

    const corazon = await reader.another();
    await corazon.signInAs('Fictional Corazon');
    await corazon.page.goto('/organisation');
    const seatNow = corazon.page.getByRole('article', { name: 'Representative' });
    await seatNow.getByText('History: 2 holders').click();
    await seatNow.getByRole('listitem').filter({ hasText: 'Fictional Chidi' }).waitFor();
    corazon.assertNoFault();
    await corazon.leave();

    const selma = await reader.another();
    await selma.signInAs('Fictional Selma');
    await selma.page.goto('/audit?act=replaceSeatHolder');
    const entry = selma.page.getByRole('article').first();
    await entry.getByText('Fictional Chidi').first().waitFor();
    await selma.assertAccessible();
    selma.assertNoFault();
    await selma.leave();
  },

  'Somebody ends a session that is open elsewhere, and that browser is signed out': async (reader) => {
    const elsewhere = await reader.another();
    await elsewhere.signInAs('Fictional Sana');
    await reader.signInAs('Fictional Sana');
    await reader.page
      .getByRole('button', { name: /^Sign out (?!everywhere)/ })
      .first()
      .click();
    await reader.reads('1 browser');
    await elsewhere.page.goto('/account');
    await elsewhere.reads('Only people who are signed in can open this');
    await elsewhere.leave();
  },

  'The operator appoints a convener, and one who may not is shown no way to': async (reader) => {
    const { page } = reader;
    await reader.signInAs('Fictional Ori');
    await page.goto('/offices');
    await page.getByRole('button', { name: 'Appoint somebody to an office' }).click();
    await page.getByRole('combobox', { name: 'Office' }).selectOption('CONVENER');
    await page.getByLabel('For which coalition or group').fill('invented-group');
    await page.getByRole('searchbox', { name: 'Find somebody by name' }).fill('selma');
    await reader.reads('1 person is called so');
    await page.getByRole('combobox', { name: 'Person' }).selectOption({ index: 1 });
    await reader.assertAccessible();
    await page.getByRole('button', { name: 'Appoint Fictional Selma' }).click();
    await reader.reads('Fictional Selma holds the office from now on.');

    const mira = await reader.another();
    await mira.signInAs('Fictional Mira');
    await mira.page.goto('/offices');
    await mira.reads('invented-group');
    assert.equal(await mira.page.getByRole('button', { name: /^(Appoint|End the office)/ }).count(), 0);
    await mira.page.goto('/audit');
    await mira.reads('This page is open to others only');
    await mira.leave();
  },

  'Two safeguarding leads open the restricted store together, record a consent, withdraw it and see it vanish': async (reader) => {
    const { page } = reader;
    const visitor = await reader.another();
    await reader.signInAs('Fictional Sana');
    await page.goto('/child-advisors/records');
    await page.getByLabel('Why').fill('A guardian asked what is kept.');
    await reader.assertAccessible();
    await page.getByRole('button', { name: 'Ask to open it' }).click();
    await reader.sees('heading', 'You have asked to open the store');

    const nils = await reader.another();
    await nils.signInAs('Fictional Nils');
    const { mail } = await nils.mailTo('second_safeguarding_lead@fictional.example');
    await mail.getByText('Fictional Sana asks to open the restricted store').waitFor();
    await nils.page.goto('/child-advisors/records');
    await nils.reads('A guardian asked what is kept.');
    await nils.assertAccessible();
    await nils.page.getByRole('button', { name: 'Agree and open it for one hour' }).click();
    await nils.sees('heading', 'The store is open');

    await page.reload();
    await page.getByRole('button', { name: 'Read the records' }).click();
    const record = page.getByRole('article', { name: 'Pebble' });
    await record.getByRole('button', { name: 'Record a consent of Pebble' }).click();
    const today = new Date().toISOString().slice(0, 10);
    await record.getByLabel('Agreed to').selectOption('PUBLICATION');
    await record.getByLabel('Child signed on').fill(today);
    await record.getByLabel('Guardian signed on').fill(today);
    await record.getByLabel('Holds until').fill(`${Number(today.slice(0, 4)) + 1}-01-01`);
    await reader.assertAccessible();
    await record.getByRole('button', { name: 'Record this consent' }).click();
    await reader.reads('The consent of Pebble is recorded');
    await reader.assertAccessible();
    await visitor.page.goto('/child-advisors');
    await visitor.sees('heading', 'Pebble');
    await visitor.assertAccessible();

    await record.getByRole('button', { name: 'Withdraw a consent of Pebble' }).click();
    await record.getByRole('button', { name: 'Withdraw it now' }).click();
    await reader.reads('Withdrawn: Publication, Pebble.');
    await record.getByRole('row', { name: /Publication.*withdrawn on/ }).waitFor();
    await visitor.page.reload();
    await visitor.sees('heading', 'Acacia');
    assert.equal(await visitor.page.getByText('Pebble').count(), 0);

    await nils.page.getByRole('button', { name: 'Close it now' }).click();
    await nils.sees('heading', 'The store is closed');
    await reader.sees('heading', 'The store is closed');
    assert.equal(await page.getByRole('article', { name: 'Pebble' }).count(), 0);
    for (const each of [nils, visitor]) {
      each.assertNoFault();
      await each.leave();
    }
  },

  'A safeguarding lead withdraws a consent alone and at once, and a visitor sees it no more': async (reader) => {
    const { page } = reader;
    await reader.signInAs('Fictional Nils');
    await page.goto('/child-advisors');
    await page.getByRole('button', { name: 'Withdraw a consent of Comet' }).click();
    await reader.assertAccessible();
    await page.getByRole('button', { name: 'Withdraw it now' }).click();
    await reader.reads('Withdrawn: Publication, Comet.');
    const visitor = await reader.another({ locale: 'ar', viewport: { width: 390, height: 844 } });
    await visitor.page.goto('/child-advisors?lang=ar');
    await visitor.sees('heading', 'الأطفال المستشارون');
    await visitor.sees('heading', 'Acacia');
    assert.equal(await visitor.page.getByText('Comet').count(), 0);
    await visitor.assertAccessible();
    await visitor.assertFits();
    visitor.assertNoFault();
    await visitor.leave();
  },
};
