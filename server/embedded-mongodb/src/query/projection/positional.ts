import { MongoError } from '../../errors.js';
import type { Predicate } from '../predicates.js';

export interface PositionalName {
  /** The path before the `$`. */
  readonly before: string;
  readonly after: string;
}

/** Where a projected name holds the positional `$`, as in `grades.$`. */
export const findPositional = (name: string): PositionalName | undefined => {
  if (name === '$') return { before: '', after: '' };
  const middle = name.indexOf('.$.');
  if (middle >= 0) return { before: name.slice(0, middle), after: name.slice(middle + 3) };
  return name.endsWith('.$') ? { before: name.slice(0, -2), after: '' } : undefined;
};

/** Refuses what MongoDB refuses of a positional projection. */
export const checkPositional = (name: string, position: PositionalName, firstPart: string, predicate: Predicate | undefined): void => {
  if (!predicate) throw new MongoError(51050, 'Projections with a positional operator require a matcher');
  if (!readsField(predicate, firstPart)) throw new MongoError(31277, `Positional projection '${name}' does not match the query document.`);
  if (name.endsWith('.$.')) throw new MongoError(31270, "Path cannot end with '.$.'");
  if (position.after === '$' || findPositional(position.after)) throw new MongoError(31287, `Cannot use positional operator twice: ${name}`);
};

const readsField = (predicate: Predicate, field: string): boolean => {
  switch (predicate.kind) {
    case 'and':
    case 'or':
    case 'nor':
      return predicate.predicates.some((one) => readsField(one, field));
    case 'not':
      return readsField(predicate.predicate, field);
    case 'always':
    case 'expression':
      return false;
    default:
      return predicate.path.split('.')[0] === field;
  }
};
