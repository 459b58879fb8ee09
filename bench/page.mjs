// What is measured: the directory page, 50 organisations with their affiliations.
export const query = `query DirectoryPage($first: Int!) {
  organisations(first: $first) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id slug name acronym level country region confidence isFictional
      affiliations { network networkSlug role sourceUrl confidence } } }
  }
}`;

export const pageOf = (first) => JSON.stringify({ operationName: 'DirectoryPage', query, variables: { first } });

export const json = { 'Content-Type': 'application/json' };

/** Asks once and throws when the answer has errors. */
export async function ask(url, headers, body) {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
  const answer = await response.json();
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return { answer, cookies: response.headers.getSetCookie() };
}

/** Signs in on the demonstration network and gives the `Cookie` header. */
export async function signIn(url) {
  const mutation = 'mutation { signInAsDemonstrationPerson(input: { role: MEMBER }) { __typename } }';
  const { cookies } = await ask(url, json, JSON.stringify({ query: mutation }));
  return cookies.map((cookie) => cookie.split(';', 1)[0]).join('; ');
}
