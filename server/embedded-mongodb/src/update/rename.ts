import { equalValues } from '../bson/compare.js';
import { fail } from '../errors.js';
import { isDocument } from '../bson/values.js';
import { displayValue } from '../bson/display.js';
import { refuseObstacle } from './path-not-viable.js';
import { displayId } from './display-id.js';
import { isDynamic, updatePath } from './update-path.js';
import { addOperation } from './update-tree.js';
import type { Document, Value } from '../bson/values.js';
import type { FieldsNode } from './update-tree.js';

/** `$rename`: sets the target to the source's value and removes the source. A missing source changes nothing. */
export const addRename = (root: FieldsNode, from: string, to: Value): void => {
  if (typeof to !== 'string') return fail('BadValue', `The 'to' field for $rename must be a string: ${from}: ${displayValue(to)}`);
  if (to.includes('\0')) fail('BadValue', "The 'to' field for $rename cannot contain an embedded null byte");
  const source = updatePath(from);
  const target = updatePath(to);
  checkPair(source, target, `${from}: ${displayValue(to)}`);
  addOperation(root, source, (value, field) => {
    refuseObstacle(field);
    refuseArray(field.document, source, 'source');
    return value === undefined || valueOf(field.document, source) === undefined ? value : undefined;
  });
  addOperation(root, target, (value, field) => {
    const moved = valueOf(field.document, source);
    if (moved === undefined) return value;
    refuseArray(field.document, target, 'destination');
    if (target[0] === '_id' && !field.position.isInsert)
      fail('ImmutableField', `Performing an update on the path '${to}' would modify the immutable field '_id'`);
    return value !== undefined && equalValues(value, moved) ? value : moved;
  });
};

const checkPair = (source: readonly string[], target: readonly string[], shown: string): void => {
  const shared = source.findIndex((part, index) => part !== target[index]);
  const common = shared < 0 ? source.length : shared;
  if (common === source.length && common === target.length)
    fail('BadValue', `The source and target field for $rename must differ: ${shown}`);
  if (common === source.length || common === target.length)
    fail('BadValue', `The source and target field for $rename must not be on the same path: ${shown}`);
  if (isDynamic(source)) fail('BadValue', `The source field for $rename may not be dynamic: ${source.join('.')}`);
  if (isDynamic(target)) fail('BadValue', `The destination field for $rename may not be dynamic: ${target.join('.')}`);
};

const valueOf = (document: Document, parts: readonly string[]): Value | undefined => {
  let value: Value | undefined = document;
  for (const part of parts) value = isDocument(value) ? value.get(part) : undefined;
  return value;
};

/** Renaming goes neither out of an array nor into one. */
const refuseArray = (document: Document, parts: readonly string[], role: string): void => {
  let value: Value | undefined = document;
  for (const part of parts.slice(0, -1)) {
    value = isDocument(value) ? value.get(part) : undefined;
    if (!Array.isArray(value)) continue;
    const id = displayId(document).slice(1, -1);
    fail(
      'BadValue',
      `The ${role} field cannot be an array element, '${parts.join('.')}' in doc with ${id} has an array field called '${part}'`,
    );
  }
};
