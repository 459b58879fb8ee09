/* global document, getComputedStyle, window -- inside page.evaluate the program runs in the page */
import assert from 'node:assert/strict';

const pages = [
  '/',
  '/directory',
  '/directory?view=table',
  '/directory?region=africa&network=eurochild',
  '/map',
  '/organisations/child-rights-coalition-cambodia',
  '/organisations/nobody-at-all',
  '/directory/duplicates',
  '/directory/embed',
  '/sources',
  '/nowhere',
];

const mainPages = ['/', '/directory', '/map', '/organisations/child-rights-coalition-cambodia'];

const inTheList = (page) => page.locator('.organisations > li');
const allOf = (page) => page.getByRole('status').filter({ hasText: /^\d+ organisations? found$/ });

async function tabTo(page, mark) {
  const isThere = () => mark.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 60 && !(await isThere()); step += 1) await page.keyboard.press('Tab');
  assert.equal(await isThere(), true, 'the tab key leads to it');
}

export const journeys = {
  'A member finds a peer by country and network, opens it and sees its sources': async ({ page }) => {
    await page.goto('/');
    await page.getByRole('searchbox', { name: 'Search organisations' }).fill('cambodia');
    await page.getByRole('button', { name: 'Find organisations' }).click();
    await page.getByRole('heading', { level: 1, name: 'Directory' }).waitFor();
    await page.getByText('Country', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Cambodia/ }).check();
    await page.getByRole('checkbox', { name: /^CRC Asia/ }).check();
    await allOf(page).filter({ hasText: '1 organisation found' }).waitFor();
    assert.match(page.url(), /\/directory\?q=cambodia&country=KH&network=crc-asia$/);
    await page.getByRole('link', { name: 'Child Rights Coalition Cambodia', exact: true }).click();
    const name = page.getByRole('heading', { level: 1, name: 'Child Rights Coalition Cambodia' });
    await name.waitFor();
    assert.equal(await name.evaluate((heading) => heading === document.activeElement), true, 'the name of the organisation has the focus');
    const evidence = page.getByRole('row', { name: /^CRC Asia/ }).getByRole('link', { name: 'Source: crcasia.org' });
    assert.match(await evidence.getAttribute('href'), /^https:\/\/www\.crcasia\.org\//);
    await page
      .getByRole('link', { name: /^Source: crcasia.org, read on/ })
      .first()
      .waitFor();
    await page.getByRole('img', { name: 'Cambodia and its neighbours on the map' }).waitFor();
    await page.goBack();
    await allOf(page).filter({ hasText: '1 organisation found' }).waitFor();
  },

  'A count on a filter is the length of the list that it gives': async ({ page }) => {
    await page.goto('/directory');
    for (const name of [/^Africa/, /^International/, /^Place not stated/]) {
      const choice = page.getByRole('checkbox', { name });
      await choice.waitFor();
      const [count] = /\d+$/.exec(await choice.locator('xpath=..').innerText());
      await choice.check();
      await allOf(page)
        .filter({ hasText: new RegExp(`^${count} organisations? found$`) })
        .waitFor();
      await choice.uncheck();
      await page.waitForURL(/\/directory$/);
    }
  },

  'Who opens an organisation far down the list and goes back stands where they stood': async ({ page }) => {
    await page.goto('/directory');
    const link = inTheList(page).nth(20).getByRole('link').first();
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => window.scrollY);
    assert.ok(before > 500, 'the list is longer than the window');
    await link.click();
    await page.getByRole('heading', { level: 2, name: 'Networks and joint acts' }).waitFor();
    await page.goBack();
    await link.waitFor();
    await page.waitForFunction((where) => Math.abs(window.scrollY - where) < 2, before);
  },

  'A reader pages to the end of the list and finds everybody once': async ({ page }) => {
    await page.goto('/directory?region=africa,arab-region');
    const total = Number.parseInt(await allOf(page).innerText(), 10);
    for (let more = page.getByRole('button', { name: /^Show the (next|last)/ }); await more.isVisible();) {
      const before = await inTheList(page).count();
      await more.click();
      await inTheList(page).nth(before).waitFor();
      await page.waitForFunction((index) => document.activeElement === document.querySelectorAll('.organisations h3 a')[index], before);
    }
    const names = await page.locator('.organisations h3 a').allInnerTexts();
    assert.equal(names.length, total);
    assert.equal(new Set(names).size, total);
  },

  'The address opens the same view again, on another device': async (reader) => {
    const { page } = reader;
    await page.goto('/directory');
    await page.getByRole('checkbox', { name: /^Asia and Pacific/ }).check();
    await page.getByRole('combobox', { name: 'Order' }).selectOption('COUNTRY');
    await page.getByRole('button', { name: 'Table' }).click();
    await page.getByRole('columnheader', { name: 'Country' }).and(page.locator('[aria-sort=ascending]')).waitFor();
    const rows = await page.getByRole('row').allInnerTexts();
    const other = await reader.another({ viewport: { width: 1024, height: 800 } });
    await other.page.goto(page.url());
    await other.page
      .getByRole('checkbox', { name: /^Asia and Pacific/ })
      .and(other.page.locator(':checked'))
      .waitFor();
    await other.page
      .getByRole('row')
      .nth(rows.length - 1)
      .waitFor();
    assert.deepEqual(await other.page.getByRole('row').allInnerTexts(), rows);
    other.assertNoFault();
    await other.leave();
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/\/directory$/);
  },

  'What is typed into the search survives a change of language': async ({ page }) => {
    await page.goto('/directory');
    await allOf(page).waitFor();
    await page.getByRole('combobox', { name: /Search organisations|Chercher|Rechercher/ }).pressSequentially('enfance');
    await page.getByRole('button', { name: 'Language: English' }).click();
    await page.getByRole('link', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 1, name: 'Annuaire' }).waitFor();
    assert.equal(await page.getByRole('combobox', { name: /Search organisations|Chercher|Rechercher/ }).inputValue(), 'enfance');
    await page.waitForURL(/q=enfance/);
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Annuaire' }).waitFor();
    assert.equal(await page.getByRole('combobox', { name: /Search organisations|Chercher|Rechercher/ }).inputValue(), 'enfance');
  },

  'A reader without a mouse opens a cluster of the map and lists one country': async ({ page }) => {
    await page.goto('/map');
    const map = page.getByRole('group', { name: 'Map' });
    await map.getByRole('button', { name: 'Zoom in', exact: true }).focus();
    const philippines = map.getByRole('link', { name: /^\d+ organisations: Philippines \d+$/ });
    for (let depth = 0; depth < 5 && !(await philippines.isVisible()); depth += 1) {
      const cluster = map.getByRole('button', { name: /Philippines.*Zoom in$/ });
      await cluster.waitFor();
      await tabTo(page, cluster);
      const before = page.url();
      await page.keyboard.press('Enter');
      await page.waitForURL((address) => address.href !== before);
      await page.waitForFunction(() => document.activeElement?.matches('.map__pin'));
    }
    await tabTo(page, philippines);
    const [count] = /^\d+/.exec(await philippines.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await allOf(page)
      .filter({ hasText: `${count} organisations found` })
      .waitFor();
    assert.match(page.url(), /country=PH/);
    assert.equal(await inTheList(page).count(), Number(count));
    await map.getByRole('button', { name: 'Zoom out' }).focus();
    await page.keyboard.press('0');
    await page.waitForURL((address) => !address.searchParams.has('at'));
  },

  'The numbers on the map and those who are on no map add up to everybody': async ({ page }) => {
    await page.goto('/map');
    const total = Number.parseInt(await allOf(page).innerText(), 10);
    await page.locator('.map__pin').first().waitFor();
    const unplaced = Number.parseInt(await page.getByText(/organisations? (is|are) on no map/).innerText(), 10);
    const onTheMap = () =>
      page.evaluate(() => {
        const numbers = [...document.querySelectorAll('.map__pin')].map((mark) => Number(mark.textContent));
        return numbers.reduce(
          (sum, number) => sum + number,
          Number.parseInt(document.querySelector('.map__outside').textContent || '0', 10),
        );
      });
    assert.equal((await onTheMap()) + unplaced, total);
    for (let step = 0; step < 4; step += 1) {
      const before = page.url();
      await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
      await page.waitForURL((address) => address.href !== before);
      assert.equal((await onTheMap()) + unplaced, total);
    }
  },

  'Arabic is mirrored from the first page on, but maps and names of others are not': async (reader) => {
    const arabic = await reader.another({ locale: 'ar' });
    const { page } = arabic;
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'منظمات تدافع عن حقوق الطفل، في مكان واحد' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    const brand = await page.getByRole('link', { name: 'بلينوم' }).boundingBox();
    assert.ok(brand.x > 800, 'the name of the portal stands on the right');
    await page.getByRole('navigation', { name: 'التنقل الرئيسي' }).getByRole('link', { name: 'الدليل' }).click();
    await page.getByRole('heading', { level: 1, name: 'الدليل' }).waitFor();
    const list = await page.locator('.directory__list').boundingBox();
    await page.getByRole('button', { name: /استخدام هذه الخريطة$/ }).hover();
    const map = page.locator('.directory__map .map-box--ringed');
    await page.locator('.map__ring').first().waitFor();
    assert.ok((await map.boundingBox()).x < list.x, 'the map stands on the left of the list');
    assert.equal(await map.getAttribute('dir'), 'ltr');
    const [japan, brazil] = await Promise.all(
      ['JP', 'BR'].map((code) => page.locator(`.map__ring[href*="country=${code}"]`).first().boundingBox()),
    );
    assert.ok(japan.x > brazil.x, 'the east of the map stays on the right');
    await arabic.assertFits();
    arabic.assertNoFault();
    await arabic.leave();
  },

  'Dark follows the device, can be changed, and is kept': async (reader) => {
    const night = await reader.another({ colorScheme: 'dark' });
    const { page } = night;
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.goto('/directory');
    await page.locator('#main h1').waitFor();
    assert.equal(await ground(), 'rgb(23, 21, 19)');
    await page.getByRole('button', { name: 'Light or dark' }).click();
    assert.equal(await ground(), 'rgb(247, 245, 242)');
    await page.reload();
    await page.locator('#main h1').waitFor();
    assert.equal(await ground(), 'rgb(247, 245, 242)');
    await night.leave();
  },

  'The directory prints its list, its map and its sources, without its controls': async ({ page }) => {
    await page.goto('/directory?region=africa');
    await allOf(page).waitFor();
    await page.locator('.map__seat').first().waitFor();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const part of ['.top', '.footer', '.facets', '.directory__order', '.share'])
      assert.equal(await page.locator(part).first().isVisible(), false, `${part} is not printed`);
    assert.equal(await page.getByRole('heading', { level: 1 }).isVisible(), true);
    assert.equal(await inTheList(page).first().isVisible(), true);
    assert.equal(await page.locator('.map-box svg').isVisible(), true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--text').trim() !== ''), true);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(31, 28, 24)', 'paper is light');
    const paper = await page.pdf();
    assert.ok(paper.length > 10_000);
  },

  'A reader on a small phone reads every page without scrolling sideways, in French': async (reader) => {
    const phone = await reader.another({ locale: 'fr-FR', viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true });
    for (const address of pages) {
      await phone.page.goto(address);
      await phone.page.locator('#main h1').waitFor();
      await phone.page.waitForLoadState('networkidle');
      assert.equal(await phone.page.locator('html').getAttribute('lang'), 'fr');
      await phone.assertFits();
    }
    await phone.page.goto('/directory');
    await phone.page.getByRole('button', { name: 'Filtres' }).tap();
    await phone.page.getByRole('checkbox', { name: /^Afrique/ }).tap();
    await phone.page.waitForURL(/region=africa/);
    phone.assertNoFault();
    await phone.leave();
  },

  'A dropped line is told, and the list comes when it is back': async (reader) => {
    const { page } = reader;
    const unlucky = await reader.another();
    await unlucky.page.goto('/sources');
    await unlucky.page.getByRole('heading', { level: 1 }).waitFor();
    await unlucky.page.waitForLoadState('networkidle');
    await unlucky.page.route('**/graphql', (route) => route.abort('internetdisconnected'));
    await unlucky.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Directory' }).click();
    const alert = unlucky.page.getByRole('alert');
    await alert.getByText('The server could not be reached').waitFor();
    await unlucky.page.unroute('**/graphql');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await allOf(unlucky.page).waitFor();
    await unlucky.leave();
    await page.goto('/');
  },

  'The explorer of the API answers its own example': async ({ page }) => {
    await page.goto('/graphql');
    // Both editors are loaded by and by; a person, too, clicks when the question stands there.
    await page.locator('.graphiql-query-editor').getByText('FindPeers').waitFor();
    await page.locator('.result-window .monaco-editor').waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await page.waitForFunction(() =>
      document.querySelector('.result-window')?.textContent.replaceAll('\u00a0', ' ').includes('"Bahay Tuluyan"'),
    );
  },

  ...Object.fromEntries(
    [
      ['Arabic', { locale: 'ar' }],
      ['English', { locale: 'en-GB' }, mainPages],
      ['Spanish in the dark', { locale: 'es', colorScheme: 'dark' }, mainPages],
    ].map(([words, settings, seen = pages]) => [
      `${seen === pages ? 'Every page is' : 'The pages are'} accessible in ${words}`,
      async (reader) => {
        const other = await reader.another(settings);
        for (const address of seen) {
          await other.page.goto(address);
          await other.page.waitForLoadState('networkidle');
          await other.assertAccessible();
        }
        other.assertNoFault();
        await other.leave();
      },
    ]),
  ),
};
