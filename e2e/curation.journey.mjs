import assert from 'node:assert/strict';

const profileOf = '/organisation/profile';

export const journeys = {
  'An administrator completes the profile, and it is seen in the directory': async (reader) => {
    const { page } = reader;
    await reader.signInAs('Fictional Amal');
    await page.goto(profileOf);
    await reader.sees('heading', 'Profile of Olive Example Network');
    await reader.assertAccessible();
    await page.getByRole('button', { name: 'Change: Who it is' }).click();
    const form = page.getByRole('region', { name: 'Change “Who it is”' });
    await form.getByLabel('Founded in').fill('1799');
    await form.getByRole('button', { name: 'Add another name' }).click();
    await form.getByLabel('The name, in its own script').last().fill('Red Ejemplo del Olivo');
    await form.getByLabel('Its language').last().selectOption('es');
    await form.getByRole('button', { name: 'Save and confirm' }).click();
    await reader.reads('The year of foundation lies between 1800 and this year.');
    assert.equal(await form.getByLabel('The name, in its own script').last().inputValue(), 'Red Ejemplo del Olivo');
    await reader.assertAccessible();
    await form.getByLabel('Founded in').fill('1997');
    await form.getByRole('button', { name: 'Save and confirm' }).click();
    await reader.reads('“Who it is” is saved and confirmed as of today.');

    await page.getByRole('button', { name: 'Change: Website and descriptions' }).click();
    const presence = page.getByRole('region', { name: 'Change “Website and descriptions”' });
    await presence.getByRole('button', { name: 'Add a description in another language' }).click();
    await presence.getByLabel('Language of the description').last().selectOption('es');
    await presence.getByLabel('Description', { exact: true }).last().fill('Una red inventada que busca abogados para niñas y niños.');
    await presence.getByRole('button', { name: 'Save and confirm' }).click();
    await reader.reads('“Website and descriptions” is saved and confirmed as of today.');

    await page.getByRole('button', { name: 'Choose place and precision' }).click();
    await page.getByLabel('How precisely').selectOption('CITY');
    await page.getByLabel('Which city').fill('Alexandria');
    await page.locator('datalist option[value^="Alexandria"]').first().waitFor({ state: 'attached' });
    await page.getByLabel('Street and number').fill('Fictional Street 7');
    await page.getByRole('button', { name: 'Show it there' }).click();
    await reader.reads('The place is saved.');

    const peer = await reader.another();
    await peer.signInAs('Fictional Chidi');
    await peer.page.goto('/organisations/olive-example-network');
    await peer.sees('heading', 'Olive Example Network');
    await peer.reads('Red Ejemplo del Olivo');
    await peer.reads('1997');
    await peer.reads('Alexandria');
    assert.equal(await peer.page.getByText('Fictional Street 7').count(), 0);
    await peer.page.getByRole('button', { name: 'Spanish' }).click();
    await peer.reads('Una red inventada que busca abogados para niñas y niños.');
    assert.equal(await peer.page.getByText('Una red inventada').getAttribute('lang'), 'es');
    await peer.page.getByText('What changed, and when').click();
    await peer.reads('changed by the organisation · Who it is');
    await peer.assertAccessible();
    await peer.assertFits();
    peer.assertNoFault();
    await peer.leave();
  },

  'What an administrator typed into the profile outlives a lost session': async (reader) => {
    const { page, context } = reader;
    await reader.signInAs('Fictional Chidi');
    await page.goto(profileOf);
    await page.getByRole('button', { name: 'Change: Website and descriptions' }).click();
    await page.getByRole('textbox', { name: 'Website' }).fill('https://baobab-new.example/');
    await context.clearCookies();
    await page.getByRole('button', { name: 'Save and confirm' }).click();
    await page.getByRole('link', { name: 'Sign in and come back here' }).click();
    await page.getByRole('button', { name: 'Sign in as Fictional Chidi' }).click();
    await reader.sees('region', 'Change “Website and descriptions”');
    assert.equal(await page.getByRole('textbox', { name: 'Website' }).inputValue(), 'https://baobab-new.example/');
    await page.getByRole('button', { name: 'Save and confirm' }).click();
    await reader.reads('“Website and descriptions” is saved and confirmed as of today.');
  },

  'The secretariat proposes a change, and the administrator accepts it': async (reader) => {
    const { page } = reader;
    await reader.signInAs('Fictional Selma');
    await page.goto('/organisations/ipe-example-network');
    await page.getByRole('link', { name: 'State it' }).first().click();
    await reader.sees('heading', 'Profile of Ipê Example Network');
    await page.getByRole('button', { name: 'Propose a change: What it offers and seeks' }).click();
    await page.getByRole('group', { name: 'Offers' }).getByRole('checkbox', { name: 'Training' }).check();
    await page.getByLabel('Why').fill('Your newsletter speaks of courses.');
    await page.getByRole('button', { name: 'Send the proposal' }).click();
    await reader.reads('is on its way to the administrators.');
    await reader.reads('waits for an answer');
    await reader.assertAccessible();

    const tomas = await reader.another();
    const { text } = await tomas.mailTo('treasurer@fictional.example');
    assert.match(text, /Your newsletter speaks of courses\./);
    const [, way] = /(\/organisation\/profile\?of=\S+)/.exec(text) ?? [];
    await tomas.signInAs('Fictional Tomas');
    await tomas.page.goto(`${way}&lang=ar`);
    await tomas.sees('heading', 'ملف Ipê Example Network');
    await tomas.reads('التدريب');
    await tomas.assertAccessible();
    await tomas.assertFits();
    await tomas.page.getByRole('button', { name: 'اقبل التغيير' }).click();
    await tomas.reads('أُجري التغيير وأُكّد القسم بتاريخ اليوم.');
    tomas.assertNoFault();
    await tomas.leave();

    await page.goto('/directory/proposals');
    await reader.reads('accepted');
    await reader.assertAccessible();
  },

  'Two entries are merged, and the merging is undone': async (reader) => {
    const { page } = reader;
    await reader.signInAs('Fictional Selma');
    await page.goto('/directory/duplicates');
    await page.getByRole('button', { name: 'Merge, and keep Plataforma de Infancia' }).first().click();
    await page
      .getByRole('group', { name: /^Take from/ })
      .getByRole('checkbox', { name: 'Short name' })
      .check();
    await page.getByLabel('Why').fill('The same people under two names.');
    await reader.assertAccessible();
    await page.getByRole('button', { name: 'Merge the two' }).click();
    await reader.reads(/is merged into Plataforma de Infancia/);
    await page.goto('/organisations/plataforma-de-organizaciones-de-infancia');
    await page.waitForURL('**/organisations/plataforma-de-infancia');
    await reader.sees('heading', 'Plataforma de Infancia');

    await page.goto('/directory/duplicates');
    await page
      .getByRole('button', { name: /^Take it back: / })
      .first()
      .click();
    await page.getByLabel('Why').fill('They are two after all.');
    await page.getByRole('button', { name: 'Take the merging back' }).click();
    await reader.reads('are again as they were.');
    await page.goto('/organisations/plataforma-de-organizaciones-de-infancia');
    await reader.sees('heading', /Plataforma de Organizaciones de Infancia/i);
    assert.match(page.url(), /plataforma-de-organizaciones-de-infancia/);

    await page.goto('/directory/duplicates');
    await page.getByRole('button', { name: 'They are two' }).first().click();
    await page.getByLabel('Why').fill('Different countries.');
    await page.getByRole('button', { name: 'Keep them apart' }).click();
    await reader.reads('no import proposes them again.');
    await page.getByRole('button', { name: 'Look at it again' }).click();
    await reader.reads('The pair is looked at again.');
    await reader.assertAccessible();
  },
};
