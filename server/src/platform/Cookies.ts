/** What a cookie may say beside its value; every cookie of ours is httpOnly unless it says otherwise. */
export interface CookieOptions {
  /** Seconds until the browser forgets it; without it, it goes with the window. */
  maxAgeSeconds?: number;
  path?: string;
  httpOnly?: boolean;
  sameSite?: 'strict' | 'lax';
}

/** The cookies of one request and those that its answer sets. */
export class Cookies {
  readonly #received: ReadonlyMap<string, string>;
  readonly #set = new Map<string, string>();

  constructor(
    header: string | undefined,
    private readonly secure: boolean,
  ) {
    this.#received = readCookies(header);
  }

  get(name: string): string | undefined {
    return this.#received.get(name);
  }

  set(name: string, value: string, options: CookieOptions = {}): void {
    const parts = [
      `${name}=${encodeURIComponent(value)}`,
      `Path=${options.path ?? '/'}`,
      `SameSite=${options.sameSite === 'strict' ? 'Strict' : 'Lax'}`,
    ];
    if (options.maxAgeSeconds !== undefined) parts.push(`Max-Age=${options.maxAgeSeconds}`);
    if (options.httpOnly !== false) parts.push('HttpOnly');
    if (this.secure) parts.push('Secure');
    this.#set.set(name, parts.join('; '));
  }

  clear(name: string): void {
    this.set(name, '', { maxAgeSeconds: 0 });
  }

  /** The `Set-Cookie` headers of the answer. */
  get headers(): string[] {
    return [...this.#set.values()];
  }
}

function readCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals < 1) continue;
    const name = pair.slice(0, equals).trim();
    if (!cookies.has(name)) cookies.set(name, decoded(pair.slice(equals + 1).trim()));
  }
  return cookies;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
