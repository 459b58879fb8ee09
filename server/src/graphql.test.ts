import { createContext } from './context.js';
import { createGraphQL } from './graphql.js';
import { createLog } from './platform/log.js';
import { testRequest } from './platform/testing/request.js';

test('an address that has spent its minute is told when to come back, and others are served', async () => {
  const { apollo } = createGraphQL({ execution: 'adaptive', rateLimit: 5 }, createLog('silent'));
  const ask = async (address: string): Promise<unknown> => {
    const contextValue = await createContext(testRequest({ address }));
    const { body } = await apollo.executeOperation({ query: '{ a: __typename b: __typename }' }, { contextValue });
    return body.kind === 'single' ? (body.singleResult.errors?.[0]?.extensions?.['code'] ?? 'served') : body;
  };
  const answers = [await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.2')];
  expect(answers).toEqual(['served', 'served', 'TOO_MANY_REQUESTS', 'served']);
});
