import type { Document, Value } from '../bson/values.js';
import { Int32, isDocument } from '../bson/values.js';
import { equalValues } from '../bson/compare.js';

/**
 * What an update changed, as change events tell it: the smallest fields that differ, by dotted path. With `expanded` it also says how
 * paths are to be read whose field names look like array positions or hold dots.
 */
export const updateDescription = (before: Document, after: Document, expanded: boolean): Document => {
  const difference = new Difference();
  compareDocuments(before, after, [], difference);
  const description = new Map<string, Value>([
    ['updatedFields', difference.updatedFields],
    ['removedFields', difference.removedFields],
    ['truncatedArrays', difference.truncatedArrays],
  ]);
  if (expanded) description.set('disambiguatedPaths', difference.disambiguatedPaths);
  return description;
};

/** Field names, and positions in arrays as numbers. */
type Path = readonly (string | number)[];

class Difference {
  readonly updatedFields: Document = new Map();
  readonly removedFields: string[] = [];
  readonly truncatedArrays: Document[] = [];
  readonly disambiguatedPaths: Document = new Map();

  update(path: Path, value: Value): void {
    this.updatedFields.set(this.dotted(path), value);
  }

  remove(path: Path): void {
    this.removedFields.push(this.dotted(path));
  }

  truncate(path: Path, newSize: number): void {
    this.truncatedArrays.push(
      new Map<string, Value>([
        ['field', this.dotted(path)],
        ['newSize', new Int32(newSize)],
      ]),
    );
  }

  private dotted(path: Path): string {
    const dotted = path.join('.');
    if (path.some(isAmbiguous))
      this.disambiguatedPaths.set(
        dotted,
        path.map((part) => (typeof part === 'number' ? new Int32(part) : part)),
      );
    return dotted;
  }
}

const isAmbiguous = (part: string | number): boolean => typeof part === 'string' && (part.includes('.') || /^\d+$/.test(part));

const compareDocuments = (before: Document, after: Document, path: Path, difference: Difference): void => {
  for (const name of before.keys()) if (!after.has(name)) difference.remove([...path, name]);
  for (const [name, value] of after) compareAt([...path, name], before.get(name), value, difference);
};

const compareAt = (path: Path, before: Value | undefined, after: Value, difference: Difference): void => {
  if (isDocument(before) && isDocument(after)) compareDocuments(before, after, path, difference);
  else if (Array.isArray(before) && Array.isArray(after) && before.length > 0) compareArrays(path, before, after, difference);
  else if (before === undefined || !identical(before, after)) difference.update(path, after);
};

const compareArrays = (path: Path, before: readonly Value[], after: Value[], difference: Difference): void => {
  if (after.length >= before.length) after.forEach((value, index) => compareAt([...path, index], before[index], value, difference));
  else if (after.length > 0 && after.every((value, index) => identical(before[index] ?? null, value)))
    difference.truncate(path, after.length);
  else difference.update(path, after);
};

/** Equal and of the same type: 1 and 1.0 are equal, and yet the one in place of the other is a change. */
const identical = (before: Value, after: Value): boolean => {
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length && before.every((item, index) => identical(item, after[index] ?? null));
  if (isDocument(before) && isDocument(after)) return sameFields(before, after);
  return typeof before === typeof after && before?.constructor === after?.constructor && equalValues(before, after);
};

const sameFields = (before: Document, after: Document): boolean => {
  const names = [...after.keys()];
  return (
    before.size === after.size &&
    [...before].every(([name, value], index) => names[index] === name && identical(value, after.get(name) ?? null))
  );
};
