import { once } from 'node:events';
import { connect } from 'node:net';

/** An answer of the API with what it came with. */
export interface HttpAnswer {
  status: number;
  headers: Headers;
  data: Record<string, unknown> | null | undefined;
  errors: { message: string; path?: (string | number)[]; extensions?: Record<string, unknown> }[];
}

/** Asks the API of a running portal over HTTP. */
export async function post(
  url: string,
  query: string,
  { variables, headers }: { variables?: unknown; headers?: Record<string, string> } = {},
): Promise<HttpAnswer> {
  return postBody(url, JSON.stringify({ query, variables }), { 'Content-Type': 'application/json', ...headers });
}

export async function postBody(url: string, body: string, headers: Record<string, string>): Promise<HttpAnswer> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', body, headers });
  const answer = (await response.json()) as Partial<HttpAnswer>;
  return { status: response.status, headers: response.headers, data: answer.data, errors: answer.errors ?? [] };
}

/** Signs in on a demonstration network and gives the `Cookie` header. */
export async function signInOverHttp(url: string, role: string): Promise<string> {
  const { headers } = await post(url, `mutation { signInAsDemonstrationPerson(input: { role: ${role} }) { __typename } }`);
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

/** Writes these bytes to the port as they are, for as long as it listens, and gives what comes back. */
export async function sendRaw(port: number, chunks: Iterable<string | Buffer>): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  let isOver = false;
  socket.on('data', (chunk) => (received += chunk.toString('latin1')));
  // Hanging up on somebody who is still sending is what is tested.
  socket.on('error', () => (isOver = true));
  const closed = new Promise<void>((resolve) =>
    socket.on('close', () => {
      isOver = true;
      resolve();
    }),
  );
  for (const chunk of chunks) {
    if (isOver || received.includes('\r\n\r\n')) break;
    if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), closed]);
  }
  await Promise.race([closed, answered(() => received.includes('\r\n\r\n') || isOver)]);
  socket.destroy();
  return received;
}

/** Resolves once the condition holds; throws when it does not within the time, in milliseconds. */
export async function eventually(condition: () => boolean | Promise<boolean>, within = 20_000): Promise<void> {
  const until = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > until) throw new Error(`It did not come about within ${within} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function answered(condition: () => boolean): Promise<void> {
  await eventually(condition, 10_000);
}
