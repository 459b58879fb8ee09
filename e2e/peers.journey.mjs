import assert from 'node:assert/strict';

/** Finds a peer by theme and language, opens it and reads why it is suggested, all in one language. */
function findsAPeer(words) {
  return async (reader) => {
    const member = await reader.another({ locale: words.locale });
    const { page } = member;
    await page.goto('/sign-in?lang=en');
    await page.getByRole('button', { name: 'Sign in as Fictional Mira' }).click();
    await member.sees('heading', 'My account');
    await page.goto(`/directory?lang=${words.language}`);

    const field = page.getByRole('combobox', { name: words.search });
    await field.pressSequentially(words.typed);
    const theme = page.getByRole('option', { name: words.theme });
    await theme.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=option][aria-selected=true]').filter({ hasText: words.themeLabel }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/theme=participation/);
    await page.getByRole('checkbox', { name: words.spoken }).check();
    await page.waitForURL(/language=fr/);
    await page.getByRole('status').filter({ hasText: words.found }).waitFor();
    await member.assertFits();
    await member.assertAccessible();

    await field.pressSequentially(words.query);
    await page.waitForURL(/q=/);
    await page.getByText(words.because).first().waitFor();
    await page.getByRole('link', { name: 'Baobab Example Centre' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Baobab Example Centre' }).waitFor();

    const peers = page.getByRole('region', { name: words.peers });
    await peers.getByRole('link', { name: 'Olive Example Network' }).waitFor();
    await peers.getByRole('link', { name: words.all }).click();
    await page.getByRole('heading', { level: 1, name: words.pageTitle }).waitFor();
    const olive = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Olive Example Network' }) })
      .first();
    await olive.getByText(words.shares).waitFor();
    await olive.getByText(words.offers).waitFor();
    const points = await olive.locator('.peer-reasons__points > [aria-hidden]').allInnerTexts();
    const sum = points.reduce((total, each) => total + Number(each.replace('+', '')), 0);
    await olive.getByText(words.points(sum)).first().waitFor();
    await member.assertFits();
    await member.assertAccessible();
    member.assertNoFault();
    await member.leave();
  };
}

export const journeys = {
  'A member finds a peer by theme and language and sees why it is suggested': findsAPeer({
    locale: 'en-GB',
    language: 'en',
    search: 'Search organisations',
    typed: 'participat',
    theme: /^Child participation/,
    themeLabel: 'Child participation',
    spoken: /^French/,
    found: /\d+ organisations? found/,
    query: 'baobab',
    because: /^Found by name/,
    peers: 'Whom to meet next',
    all: 'All of them, and how the points add up',
    pageTitle: 'Peers for Baobab Example Centre',
    shares: /^Works on the same themes: .*Child participation/,
    offers: /^Offers what is sought: Shadow reports to the UN/,
    points: (sum) => new RegExp(`${sum} points`),
  }),

  'A member does the same in Arabic': findsAPeer({
    locale: 'ar',
    language: 'ar',
    search: 'ابحث عن منظمات',
    typed: 'مشاركة الاطف',
    theme: /^مشاركة الأطفال/,
    themeLabel: 'مشاركة الأطفال',
    spoken: /^الفرنسية/,
    found: /عُثر على/,
    query: 'كينيا',
    because: /^وُجدت من خلال البلد: كينيا/,
    peers: 'من نلتقي بعد ذلك',
    all: 'الكل، وكيف تُجمع النقاط',
    pageTitle: 'نظراء Baobab Example Centre',
    shares: /^تعمل على الموضوعات نفسها: .*مشاركة الأطفال/,
    offers: /^تقدّم ما هو مطلوب: التقارير البديلة إلى الأمم المتحدة/,
    points: (sum) => new RegExp(`${sum} نقطة`),
  }),

  'A visitor searches a theme in Spanish and finds the same as in English, each with a reason': async ({ page }) => {
    const namesFor = async (language, words) => {
      await page.goto(`/directory?lang=${language}&q=${encodeURIComponent(words)}`);
      // The reasons come after the list, which is shown first.
      await page.locator('.organisations > li .search-reasons').first().waitFor();
      assert.equal(await page.locator('.search-reasons').count(), await page.locator('.organisations > li').count());
      return (await page.locator('.organisations h3 a').allInnerTexts()).sort();
    };
    assert.deepEqual(await namesFor('es', 'niños de la calle'), await namesFor('en', 'street children'));
  },

  'A member reaches the peers of their own organisation from the directory': async (reader) => {
    await reader.signInAs('Fictional Mira');
    const { page } = reader;
    await page.goto('/directory');
    await page.getByRole('link', { name: 'Peers for us' }).click();
    await reader.sees('heading', 'How the points add up');
    await reader.assertAccessible();
  },
};
