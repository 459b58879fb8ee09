import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { errorCodes } from '../errors.js';
import type { Language } from '../language.js';
import type { Logger } from '../log.js';
import { isDatabaseOutage } from '../outage.js';
import { fill, words } from '../words.js';

/** Codes whose messages are written for the reader; every other error is a fault of ours and is masked. */
const spoken = new Set<string>([
  errorCodes.unauthenticated,
  errorCodes.forbidden,
  errorCodes.notFound,
  errorCodes.badUserInput,
  errorCodes.tooManyRequests,
  'OPERATION_TOO_COSTLY',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

const fault = words({
  en: 'Something went wrong on our side. Nothing that you typed is lost; please try again. If it happens again, quote reference {reference}.',
  fr: 'Un problème est survenu de notre côté. Rien de ce que vous avez saisi n’est perdu ; veuillez réessayer. Si cela se reproduit, indiquez la référence {reference}.',
  es: 'Algo ha fallado por nuestra parte. No se ha perdido nada de lo que escribió; inténtelo de nuevo. Si vuelve a ocurrir, indique la referencia {reference}.',
  ar: 'حدث خطأ من جانبنا. لم يُفقد شيء مما كتبته؛ يُرجى المحاولة مرة أخرى. إذا تكرر الأمر فاذكر المرجع {reference}.',
});

const outage = words({
  en: 'Our records cannot be reached at the moment. Nothing that you typed is lost; please try again in a minute. Reference {reference}.',
  fr: 'Nos données sont momentanément inaccessibles. Rien de ce que vous avez saisi n’est perdu ; veuillez réessayer dans une minute. Référence {reference}.',
  es: 'En este momento no podemos acceder a nuestros datos. No se ha perdido nada de lo que escribió; inténtelo de nuevo en un minuto. Referencia {reference}.',
  ar: 'يتعذّر الوصول إلى سجلاتنا في هذه اللحظة. لم يُفقد شيء مما كتبته؛ يُرجى المحاولة بعد دقيقة. المرجع {reference}.',
});

/** What masking needs to know of the request. */
export interface MaskingContext {
  requestId: string;
  language: Language;
  log: Logger;
}

/** Whether the error was written for the reader or has been masked already. */
export function isSpoken(error: { extensions?: GraphQLFormattedError['extensions'] }): boolean {
  const extensions = error.extensions ?? {};
  return spoken.has(String(extensions['code'])) || 'reference' in extensions;
}

/** The error as the reader may see it: as it is when it was written for them, else masked with the reference and logged. */
export function maskError(error: GraphQLError, context: MaskingContext): GraphQLError {
  if (isSpoken(error)) return error;
  const { requestId, language, log } = context;
  const cause = error.originalError ?? error;
  const isOutage = isDatabaseOutage(cause);
  log.error({ err: cause, path: error.path }, isOutage ? 'the database could not be reached' : 'a fault was masked');
  return new GraphQLError(fill((isOutage ? outage : fault)[language], { reference: requestId }), {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path: error.path,
    extensions: { code: isOutage ? errorCodes.unavailable : errorCodes.internal, reference: requestId },
  });
}
