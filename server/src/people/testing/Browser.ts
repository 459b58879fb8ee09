import type { Answer, Asking } from '../../platform/testing/execute.js';
import { execute } from '../../platform/testing/execute.js';
import { cookieOf } from './cookieOf.js';

/** Somebody at a browser that keeps its cookies from one request to the next. */
export class Browser {
  cookie = '';

  constructor(private readonly asking: Omit<Asking, 'cookie'> = {}) {}

  async ask<Data = Record<string, unknown>>(operation: string, asking: Omit<Asking, 'cookie'> = {}): Promise<Answer<Data>> {
    const answer = await execute<Data>(operation, { ...this.asking, ...asking, cookie: this.cookie });
    this.cookie = cookieOf(answer.setCookies, this.cookie);
    return answer;
  }

  async signedInAs(): Promise<string | null | undefined> {
    const { data } = await this.ask<{ viewer: { person: { name: string | null } } | null }>('{ viewer { person { name } } }');
    return data?.viewer?.person.name;
  }
}
