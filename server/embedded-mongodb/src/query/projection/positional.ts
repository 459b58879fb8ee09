import { MongoError } from '../../errors.js';
import type { Predicate } from '../predicates.js';

export interface PositionalName {
  /** The path before the `$`. */
  readonly before: string;
  readonly after: string;
}

/** Where a projected name holds the positional `$`, as in `grades.$`. */
export const findPositional = (name: string): PositionalName | undefined => {
  const middle = name.indexOf('.$.');
  if (middle >= 0) return { before: name.slice(0, middle), after: name.slice(middle + 3) };
  return name.endsWith('.$') ? { before: name.slice(0, -2), after: '' } : undefined;
};

/** Refuses what MongoDB refuses of a positional projection. */
export const checkPositional = (name: string, position: PositionalName, predicate: Predicate | undefined): void => {
  if (!predicate) throw new MongoError(51050, 'Projections with a positional operator require a matcher');
  if (name.endsWith('.$.')) throw new MongoError(31270, "Path cannot end with '.$.'");
  if (position.after === '$' || findPositional(position.after))
    throw new MongoError(31287, `Cannot use positional operator twice: ${name}`);
  if (position.after !== '')
    throw new MongoError(31394, `Positional projection may only be used at the end of a path, not in the middle as in '${name}'`);
  if (holdsExpression(predicate)) throw new MongoError(224, '$expr is not allowed in this context', 'QueryFeatureNotAllowed');
};

const holdsExpression = (predicate: Predicate): boolean => {
  switch (predicate.kind) {
    case 'and':
    case 'or':
    case 'nor':
      return predicate.predicates.some(holdsExpression);
    case 'not':
      return holdsExpression(predicate.predicate);
    default:
      return predicate.kind === 'expression';
  }
};
