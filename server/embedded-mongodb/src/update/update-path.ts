import { fail, MongoError } from '../errors.js';

/** Splits and checks the path of an update operator: no empty parts, the positional `$` once and not first. */
export const updatePath = (path: string): string[] => {
  if (path === '') throw new MongoError(56, 'An empty update path is not valid.', 'EmptyFieldName');
  const parts = path.split('.');
  if (parts.includes(''))
    throw new MongoError(56, `The update path '${path}' contains an empty field name, which is not allowed.`, 'EmptyFieldName');
  if (parts.filter((part) => part === '$').length > 1) fail('BadValue', `Too many positional (i.e. '$') elements found in path '${path}'`);
  if (parts[0] === '$') fail('BadValue', `Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  if (arrayFilterIdentifier(parts[0] ?? '') !== undefined) {
    fail('BadValue', `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`);
  }
  return parts;
};

/** The identifier in `$[id]`, empty for `$[]`; `undefined` for another part. */
export const arrayFilterIdentifier = (part: string): string | undefined =>
  part.startsWith('$[') && part.endsWith(']') ? part.slice(2, -1) : undefined;

export const isDynamic = (parts: readonly string[]): boolean =>
  parts.some((part) => part === '$' || arrayFilterIdentifier(part) !== undefined);
