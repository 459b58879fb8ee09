/* global document, window -- inside page.evaluate the program runs in the page */
import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

/** Somebody at a browser of their own. */
export class Reader {
  #faults = [];
  /** Pages that answered 404, as they should where nothing is; browsers complain of that, and readers are told by the page. */
  #nowhere = new Set();

  static async arrive(browser, address, settings = {}) {
    const context = await browser.newContext({
      baseURL: address,
      timezoneId: 'Asia/Manila',
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      ...settings,
    });
    context.setDefaultTimeout(20_000);
    const reader = new Reader();
    Object.assign(reader, { browser, address, context, page: await context.newPage() });
    context.on('weberror', (fault) => reader.#faults.push(fault.error()));
    context.on(
      'response',
      (answer) => answer.status() === 404 && answer.request().isNavigationRequest() && reader.#nowhere.add(answer.url()),
    );
    context.on('console', (message) => message.type() === 'error' && reader.#faults.push(`${message.text()} (${message.location().url})`));
    return reader;
  }

  /** Another person, at another browser; `settings` are those of a browser context: `locale`, `colorScheme`, `viewport`. */
  another(settings) {
    return Reader.arrive(this.browser, this.address, settings);
  }

  async leave() {
    await this.context.close();
  }

  /** Signs in as an invented person by the one click that the demonstration network offers. */
  async signInAs(name) {
    await this.page.goto('/sign-in');
    await this.page.getByRole('button', { name: `Sign in as ${name}` }).click();
    await this.sees('heading', 'My account');
  }

  async sees(role, name) {
    await this.page.getByRole(role, { name }).first().waitFor();
  }

  async reads(words) {
    await this.page.getByText(words).first().waitFor();
  }

  /** The newest mail to an address, in the outbox of the demonstration network. */
  async mailTo(address) {
    await this.page.goto('/outbox');
    const mail = this.page.getByRole('article').filter({ hasText: address }).first();
    await mail.waitFor();
    const plain = mail.getByText('As plain text');
    await plain.click();
    return { mail, text: await mail.locator('pre').innerText() };
  }

  /** The page has no accessibility fault that a program finds. */
  async assertAccessible() {
    // The heading of the program's own page: the server has written one that stands until that comes.
    await this.page.locator('#main h1').waitFor();
    // What holds need not be told of, and no page has frames that must be looked into from a page beside it.
    const { violations } = await new AxeBuilder({ page: this.page })
      .options({ resultTypes: ['violations'] })
      .setLegacyMode(true)
      .analyze();
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      [],
    );
  }

  /** Nothing is wider than the window. */
  async assertFits() {
    assert.equal(
      await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      0,
      `${this.page.url()} scrolls sideways`,
    );
  }

  /** No program of any page has failed on the way, and no browser has complained. */
  assertNoFault() {
    const expected = [...this.#nowhere].map(
      (url) => `Failed to load resource: the server responded with a status of 404 (Not Found) (${url})`,
    );
    assert.deepEqual(
      this.#faults.map(String).filter((fault) => !expected.includes(fault)),
      [],
    );
  }
}
