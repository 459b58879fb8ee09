import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';

/** Somebody at a browser of their own. */
export class Reader {
  #faults = [];

  static async arrive(browser, address) {
    const context = await browser.newContext({ baseURL: address, timezoneId: 'Asia/Manila', locale: 'en-GB', viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(20_000);
    const reader = new Reader();
    Object.assign(reader, { browser, address, context, page: await context.newPage() });
    context.on('weberror', (fault) => reader.#faults.push(fault.error()));
    return reader;
  }

  /** Another person, at another browser. */
  another() {
    return Reader.arrive(this.browser, this.address);
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
    await this.page.getByRole('heading', { level: 1 }).waitFor();
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`), []);
  }

  /** No program of any page has failed on the way. */
  assertNoFault() {
    assert.deepEqual(this.#faults.map(String), []);
  }
}
