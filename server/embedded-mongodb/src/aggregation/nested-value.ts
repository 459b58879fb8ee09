import type { Document, Value } from '../bson/values.js';

/** The value at a path through documents only: an array on the way ends it. */
export const nestedValue = (document: Document, steps: readonly string[]): Value | undefined => {
  let current: Value | undefined = document;
  for (const step of steps) {
    if (!(current instanceof Map)) return undefined;
    current = current.get(step);
  }
  return current;
};

/** A copy with another value at a path; what is no document on the way gives way to one. `undefined` removes the field. */
export const withNestedValue = (document: Document, steps: readonly string[], value: Value | undefined, from = 0): Document => {
  const copy = new Map(document);
  const step = steps[from] as string;
  if (from < steps.length - 1) {
    const inner = document.get(step);
    copy.set(step, withNestedValue(inner instanceof Map ? inner : new Map(), steps, value, from + 1));
  } else if (value === undefined) copy.delete(step);
  else copy.set(step, value);
  return copy;
};

/** Every value at a path, with arrays taken apart on the way and at its end, as `$lookup` and `$graphLookup` read their local fields. */
export const valuesToJoin = (document: Document, steps: readonly string[]): Value[] => {
  const found: Value[] = [];
  visit(document, steps, 0, found);
  return found;
};

const visit = (value: Value, steps: readonly string[], from: number, found: Value[]): void => {
  if (from === steps.length) {
    if (Array.isArray(value)) for (const element of value) found.push(element);
    else found.push(value);
    return;
  }
  const step = steps[from] as string;
  if (value instanceof Map) {
    const inner = value.get(step);
    if (inner !== undefined) visit(inner, steps, from + 1, found);
  } else if (Array.isArray(value)) {
    if (/^(0|[1-9]\d*)$/u.test(step)) {
      const element = value[Number(step)];
      if (element !== undefined) visit(element, steps, from + 1, found);
    }
    for (const element of value) if (element instanceof Map) visit(element, steps, from, found);
  }
};
