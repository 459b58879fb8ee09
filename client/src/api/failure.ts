import { CombinedGraphQLErrors, type ErrorLike, ServerError } from '@apollo/client';

/** Why a query or an act brought nothing, as far as a reader needs to know. */
export interface Failure {
  readonly kind: 'OFFLINE' | 'NOT_SIGNED_IN' | 'FORBIDDEN' | 'TOO_OFTEN' | 'FAULT';
  /** Finds the fault in the server's log. */
  readonly reference?: string;
}

const kindByCode: Readonly<Record<string, Failure['kind']>> = {
  UNAUTHENTICATED: 'NOT_SIGNED_IN',
  FORBIDDEN: 'FORBIDDEN',
  TOO_MANY_REQUESTS: 'TOO_OFTEN',
};

/** A value that the server could not read, by the path of the input, in the reader's language. */
export interface WrongField {
  readonly path: string;
  readonly message: string;
}

/** The values that the server could not read, such as a day that is in no calendar; none for every other error. */
export function wrongFieldsOf(error: ErrorLike): readonly WrongField[] {
  const fields: unknown = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions?.['fields'] : undefined;
  return Array.isArray(fields) ? (fields as WrongField[]) : [];
}

export function failureOf(error: ErrorLike): Failure {
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = error.errors[0]?.extensions ?? {};
    const kind = kindByCode[String(extensions['code'])] ?? 'FAULT';
    const reference = extensions['reference'];
    return typeof reference === 'string' ? { kind, reference } : { kind };
  }
  if (ServerError.is(error)) {
    const reference = error.response.headers.get('x-request-id');
    const kind = error.statusCode === 429 ? 'TOO_OFTEN' : 'FAULT';
    return reference ? { kind, reference } : { kind };
  }
  return { kind: 'OFFLINE' };
}
