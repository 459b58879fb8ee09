/* global document, innerHeight -- inside page.evaluate the program runs in the page */
import assert from 'node:assert/strict';

const allOf = (page) => page.getByRole('status').filter({ hasText: /^\d+ organisations? found$/ });
const numberIn = (words) => Number.parseInt(words, 10);

/** The numbers on the map, those out of sight and those on no map. */
const onTheMap = (page) =>
  page.evaluate(() => {
    const numbers = [...document.querySelectorAll('.map__pin')].map((mark) => Number(mark.textContent));
    const number = (selector) => Number.parseInt(document.querySelector(selector)?.textContent || '0', 10);
    return numbers.reduce((sum, each) => sum + each, number('.map__outside') + number('.unplaced'));
  });

async function opened(page, address) {
  await page.goto(address);
  await page.locator('.map__pin').first().waitFor();
}

export const journeys = {
  'A reader moves through the years of the network, and map, list and sentence say the same': async ({ page }) => {
    await opened(page, '/map');
    const everybody = numberIn(await allOf(page).innerText());
    const slider = page.getByRole('slider', { name: 'Year' });
    await slider.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/year=1983/);
    await page.getByText('By the end of 1983, 0 organisations are known to be in.').waitFor();
    await page.goto('/map?year=2018');
    const known = page.getByText(/^By the end of 2018, \d+ organisations are known to be in\.$/);
    await known.waitFor();
    const count = Number(/2018, (\d+)/.exec(await known.innerText())[1]);
    assert.equal(numberIn(await allOf(page).innerText()), count);
    await page.locator('.map__pin').first().waitFor();
    assert.equal(await onTheMap(page), count);
    await page.getByText('The same as a table').click();
    assert.equal(numberIn(await page.getByRole('row', { name: /^2018/ }).getByRole('link').innerText()), count);
    const undated = page.locator('.time').getByRole('link', { name: /^\d+ organisations$/ });
    const without = numberIn(await undated.innerText());
    await undated.click();
    await allOf(page)
      .filter({ hasText: `${without} organisations found` })
      .waitFor();
    await page.getByRole('button', { name: 'No known day remove' }).click();
    await allOf(page)
      .filter({ hasText: `${everybody} organisations found` })
      .waitFor();
  },

  'The years play by themselves to today, and stand still for those who want no motion': async (reader) => {
    const { page } = reader;
    await opened(page, '/map?network=child-rights-connect&year=2019');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForURL(/year=2021/);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Play' }).waitFor();
    const calm = await reader.another({ reducedMotion: 'reduce' });
    await opened(calm.page, '/map');
    assert.equal(await calm.page.getByRole('button', { name: 'Play' }).count(), 0);
    await calm.page.getByRole('button', { name: 'Next change' }).click();
    await calm.page.waitForURL(/year=2006/);
    await calm.assertAccessible();
    calm.assertNoFault();
    await calm.leave();
  },

  'A link opens the same map again: its part, its layers, its year': async (reader) => {
    const { page } = reader;
    await opened(page, '/map?year=2023');
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await page.waitForURL(/at=/);
    await page.getByRole('checkbox', { name: 'Shade countries by number' }).uncheck();
    await page.getByRole('combobox', { name: 'Outline' }).selectOption('Eurochild');
    await page.locator('.map__outline').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'List only this part' }).click();
    await page.waitForURL(/box=/);
    await page.locator('.map__frame').waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    const seen = async (seenPage) => [
      await seenPage.locator('.map g').first().getAttribute('transform'),
      await seenPage.locator('.map__pin').allInnerTexts(),
      await allOf(seenPage).innerText(),
      await seenPage.locator('.map__frame').getAttribute('d'),
      await seenPage.locator('.map__shade').count(),
    ];
    const other = await reader.another();
    await opened(other.page, page.url());
    await other.page.locator('.map__outline').waitFor({ state: 'attached' });
    assert.deepEqual(await seen(other.page), await seen(page));
    other.assertNoFault();
    await other.leave();
  },

  'The map takes the whole window; the wheel and the keys move it, every number is reached by Tab, and Escape gives the page back': async ({
    page,
  }) => {
    await opened(page, '/map');
    await page.getByRole('button', { name: 'Full screen' }).click();
    await page.waitForURL(/full=1/);
    const map = page.getByRole('group', { name: 'Map' });
    await page.locator('.map-page.is-full').waitFor();
    assert.ok((await page.locator('.map-page.is-full').boundingBox()).height >= (await page.evaluate(() => innerHeight)) - 1);
    assert.equal(await page.locator('.top').evaluate((top) => top.closest('[inert]') !== null), true, 'nothing behind the map is reached');
    await map.getByRole('button', { name: 'Zoom in', exact: true }).focus();
    const reached = new Set();
    const markers = await page.locator('.map__pin').count();
    for (let step = 0; step < markers + 8; step += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(
        () => document.activeElement?.matches('.map__pin') && document.activeElement.getAttribute('aria-label'),
      );
      if (name) reached.add(name);
    }
    assert.equal(reached.size, markers, 'every number is reached by Tab');
    assert.ok([...reached].every((name) => /^\d+ organisations?: /.test(name)));
    const { x, y, width, height } = await map.boundingBox();
    await page.mouse.move(x + width * 0.55, y + height * 0.5);
    await page.mouse.wheel(0, -600);
    await page.waitForURL(/at=/);
    await map.getByRole('button', { name: 'Zoom out' }).focus();
    await page.keyboard.press('0');
    await page.waitForURL((address) => !address.searchParams.has('at'));
    await page.keyboard.press('Escape');
    await page.waitForURL((address) => !address.searchParams.has('full'));
    assert.equal(await page.locator('[inert]').count(), 0);
  },

  'Two fingers enlarge the map as far as they part': async (reader) => {
    const phone = await reader.another({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    const { page } = phone;
    await opened(page, '/map');
    const { x, y, width, height } = await page.locator('.map-box svg.map').boundingBox();
    const middle = { x: x + width * 0.5, y: y + height * 0.4 };
    const touch = await page.context().newCDPSession(page);
    const fingers = (apart) => [
      { x: middle.x - apart, y: middle.y, id: 1 },
      { x: middle.x + apart, y: middle.y, id: 2 },
    ];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(20) });
    for (const apart of [30, 45, 60, 80]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.waitForURL(/at=/);
    const zoom = Number(new URL(page.url()).searchParams.get('at').split(',')[2]);
    assert.ok(Math.abs(zoom - 4) < 0.5, `enlarged ${zoom} times, as the fingers have parted`);
    await phone.assertFits();
    phone.assertNoFault();
    await phone.leave();
  },

  ...Object.fromEntries(
    [
      ['English', 'en-GB', /^By the end of 2023, \d+ organisations are known to be in\.$/],
      ['Arabic', 'ar', /^حتى نهاية عام 2023 تُعرف عضوية \d+ منظمة\.$/],
    ].map(([words, locale, known]) => [
      `The map of a year is printed in ${words} with its numbers, its legend and its list, without its controls`,
      async (reader) => {
        const printer = await reader.another({ locale, viewport: { width: 794, height: 1123 } });
        const { page } = printer;
        await opened(page, '/map?year=2023&outline=eurochild');
        await page.getByText(known).waitFor();
        await page.locator('.map__outline').waitFor({ state: 'attached' });
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        for (const part of ['.map-tools', '.layers__choices', '.time__controls', '.map__keys', '.top', '.footer'])
          assert.equal(await page.locator(part).first().isVisible(), false, `${part} is not printed`);
        for (const part of ['.map-box svg.map', '.map__pin', '.legend', '.growth', '.organisations > li', '.countries'])
          assert.equal(await page.locator(part).first().isVisible(), true, `${part} is printed`);
        assert.equal(await page.getByText(known).isVisible(), true);
        assert.equal(await page.locator('.map-box').getAttribute('dir'), 'ltr');
        assert.ok((await page.pdf()).length > 20_000);
        printer.assertNoFault();
        await printer.leave();
      },
    ]),
  ),

  'The map with a year, a part and a network is accessible in Arabic and on a small phone': async (reader) => {
    for (const settings of [{ locale: 'ar' }, { locale: 'fr-FR', viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true }]) {
      const other = await reader.another(settings);
      for (const address of ['/map?year=2022&network=eurochild', '/map?box=-20,-36,55,20&at=0,20,3', '/map?full=1']) {
        await opened(other.page, address);
        await other.page.waitForLoadState('networkidle');
        if (!address.includes('full')) await other.assertAccessible();
        await other.assertFits();
      }
      other.assertNoFault();
      await other.leave();
    }
  },
};
