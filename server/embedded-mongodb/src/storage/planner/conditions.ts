import { isArrayIndex, pathParts } from '../../bson/paths.js';
import type { Predicate } from '../../query/predicates.js';

/** A condition that an index on its path may narrow. */
export interface Condition {
  readonly path: string;
  readonly predicate: Predicate;
  /** Conditions of one `$elemMatch` are on the same element of an array; 0 for those that stand alone. */
  readonly element: number;
  /** The part of the filter that is answered when this condition is. */
  readonly conjunct: Predicate;
  /** The condition is all that its conjunct asks. */
  readonly isWhole: boolean;
}

/** The parts of a filter that must all hold. */
export const conjunctsOf = (predicate: Predicate): readonly Predicate[] => {
  if (predicate.kind === 'and') return predicate.predicates.flatMap(conjunctsOf);
  return predicate.kind === 'always' && predicate.value ? [] : [predicate];
};

export const hasNumericPart = (path: string): boolean => pathParts(path).some(isArrayIndex);

export const conditionsOf = (conjuncts: readonly Predicate[]): Condition[] => {
  const conditions: Condition[] = [];
  let elements = 0;
  const collect = (predicate: Predicate, conjunct: Predicate, prefix: string, element: number): void => {
    const add = (path: string): void => {
      conditions.push({ path: prefix + path, predicate, element, conjunct, isWhole: predicate === conjunct });
    };
    switch (predicate.kind) {
      case 'compare':
      case 'in':
      case 'regex':
      case 'exists':
      case 'type':
      case 'elemMatchValue':
        add(predicate.path);
        return;
      case 'not': {
        const path = onlyPathOf(predicate.predicate);
        if (path !== undefined) add(path);
        return;
      }
      case 'nor':
        for (const one of predicate.predicates) collect({ kind: 'not', predicate: one }, conjunct, prefix, element);
        return;
      case 'elemMatchObject': {
        // Within $elemMatch a number also names a place in an array that is itself an element; keys do not tell these apart.
        const path = prefix + predicate.path;
        elements += 1;
        const here = elements;
        for (const inner of conjunctsOf(predicate.predicate)) {
          if (onlyPathsWithoutNumbers(inner, path)) collect(inner, conjunct, `${path}.`, here);
        }
        return;
      }
      default:
    }
  };
  for (const conjunct of conjuncts) collect(conjunct, conjunct, '', 0);
  return conditions;
};

const onlyPathOf = (predicate: Predicate): string | undefined => {
  switch (predicate.kind) {
    case 'compare':
    case 'in':
    case 'exists':
      return predicate.path;
    default:
      return undefined;
  }
};

const onlyPathsWithoutNumbers = (predicate: Predicate, prefix: string): boolean => {
  if (hasNumericPart(prefix)) return false;
  if (predicate.kind === 'not') return onlyPathsWithoutNumbers(predicate.predicate, prefix);
  return 'path' in predicate && !hasNumericPart(predicate.path);
};
