import type { FieldPolicy, Reference } from '@apollo/client';

interface Connection {
  readonly edges?: readonly { readonly cursor?: string; readonly node?: Reference }[];
}

/**
 * Keeps the pages of a connection as one growing list: a page asked for `after` a cursor is put behind that edge, any other begins the list anew.
 * What is true of the whole list (its counts, its places) is kept when a page does not bring it.
 */
export function connectionInPages(keyArgs: string[]): FieldPolicy<Connection> {
  return {
    keyArgs: keyArgs.length ? keyArgs : false,
    merge(existing, incoming, { args }) {
      const whole = { ...existing, ...incoming };
      const after: unknown = args?.['after'];
      if (!incoming.edges || typeof after !== 'string') return whole;
      const known = existing?.edges ?? [];
      const position = known.findIndex(({ cursor }) => cursor === after);
      return { ...whole, edges: [...known.slice(0, position + 1), ...incoming.edges] };
    },
  };
}
