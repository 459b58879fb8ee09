import { GraphQLError } from 'graphql';

/** What is thrown, as opposed to the refusals that a command returns. Everything else that is thrown is masked with a reference. */
export const errorCodes = {
  unauthenticated: 'UNAUTHENTICATED',
  forbidden: 'FORBIDDEN',
  notFound: 'NOT_FOUND',
  badUserInput: 'BAD_USER_INPUT',
  tooManyRequests: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  internal: 'INTERNAL_SERVER_ERROR',
} as const;

export function unauthenticated(): GraphQLError {
  return new GraphQLError('Please sign in first.', { extensions: { code: errorCodes.unauthenticated } });
}

export function forbidden(): GraphQLError {
  return new GraphQLError('This is not yours to do.', { extensions: { code: errorCodes.forbidden } });
}

/** Unknown and hidden are told alike, so that nobody learns what exists. */
export function notFound(): GraphQLError {
  return new GraphQLError('There is no such thing that you may see.', { extensions: { code: errorCodes.notFound } });
}

/** For arguments that no page of ours would send; what a person types wrong is answered with `InvalidInput`. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: errorCodes.badUserInput } });
}

export function tooManyRequests(retryAfterSeconds: number): GraphQLError {
  return new GraphQLError(`That was too often; please try again in ${retryAfterSeconds} seconds.`, {
    extensions: { code: errorCodes.tooManyRequests, retryAfterSeconds },
  });
}

/** Throws FORBIDDEN unless the policy has said yes; the first line of a command. */
export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw forbidden();
}
