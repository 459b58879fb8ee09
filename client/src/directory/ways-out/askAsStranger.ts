import type { TypedDocumentNode } from '@apollo/client';
import { print } from 'graphql/language/printer.js';

/** The portal did not answer, or not with what was asked. */
export class NoAnswer extends Error {}

/** Asks the portal without any cookie, whoever is signed in there: what comes is what everybody may see. Small, since a frame has no use for a cache. */
export async function askAsStranger<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  language: string,
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as { data?: Data | null; errors?: { message: string }[] };
  if (!answer.data || answer.errors) throw new NoAnswer(answer.errors?.[0]?.message ?? response.statusText);
  return answer.data;
}
