import { isDocument } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { sameValueKey } from './same-value.js';
import { accepts, wrongKeywordType } from './schema-test.js';
import type { KeywordCompilers, SchemaTest } from './schema-test.js';
import { countOf } from './value-keywords.js';

const ofArrays =
  (test: (array: readonly Value[]) => boolean): SchemaTest =>
  (value) =>
    !Array.isArray(value) || test(value);

/** The items of arrays. Values of other types pass. */
export const arrayKeywords: KeywordCompilers = {
  items: (argument, _schema, compile) => {
    if (Array.isArray(argument)) {
      const tests = argument.map((schema, place) => compile(schema, `items.${place}`));
      return ofArrays((array) => tests.every((test, place) => place >= array.length || test(array[place] as Value)));
    }
    if (!isDocument(argument)) return wrongKeywordType('items', 'an array or an object', argument);
    const test = compile(argument, 'items');
    return ofArrays((array) => array.every((item) => test(item)));
  },
  additionalItems: (argument, schema, compile) => {
    if (typeof argument !== 'boolean' && !isDocument(argument))
      return wrongKeywordType('additionalItems', 'either an object or a boolean', argument);
    const test = typeof argument === 'boolean' ? () => argument : compile(argument, 'additionalItems');
    const items = schema.get('items');
    // Without a list of items no item is an additional one.
    return Array.isArray(items) ? ofArrays((array) => array.slice(items.length).every((item) => test(item))) : accepts;
  },
  minItems: (argument) => {
    const least = countOf('minItems', argument);
    return ofArrays((array) => array.length >= least);
  },
  maxItems: (argument) => {
    const most = countOf('maxItems', argument);
    return ofArrays((array) => array.length <= most);
  },
  uniqueItems: (argument) => {
    if (typeof argument !== 'boolean') return wrongKeywordType('uniqueItems', 'a boolean', argument);
    return argument ? ofArrays((array) => new Set(array.map(sameValueKey)).size === array.length) : accepts;
  },
};
