import { accumulatedOperators } from './accumulated.js';
import { arithmeticOperators } from './arithmetic.js';
import { arrayAccessOperators } from './arrays/access.js';
import { arrayBuildingOperators } from './arrays/building.js';
import { iterationOperators } from './arrays/iteration.js';
import { severalOperators } from './arrays/several.js';
import { sortArrayOperators } from './arrays/sort-array.js';
import { bitwiseOperators } from './bitwise.js';
import { booleanOperators } from './boolean.js';
import { comparisonOperators } from './comparison.js';
import { conditionalOperators } from './conditional.js';
import { convertOperators } from './conversion/convert.js';
import { typeOperators } from './conversion/type.js';
import { dateAddOperators } from './date/add.js';
import { dateDifferenceOperators } from './date/difference.js';
import { fromPartsOperators } from './date/from-parts.js';
import { fromStringOperators } from './date/from-string.js';
import { datePartOperators } from './date/parts.js';
import { toStringOperators } from './date/to-string.js';
import { dateTruncateOperators } from './date/truncate.js';
import { fieldOperators } from './objects/fields.js';
import { objectOperators } from './objects/objects.js';
import type { Operators } from './operator.js';
import { roundingOperators } from './rounding.js';
import { setOperators } from './sets.js';
import { sizeOperators } from './sizes.js';
import { basicStringOperators } from './strings/basic.js';
import { indexOfOperators } from './strings/index-of.js';
import { regexOperators } from './strings/regex.js';
import { replaceOperators } from './strings/replace.js';
import { substringOperators } from './strings/substring.js';
import { trimOperators } from './strings/trim.js';
import { trigonometryOperators } from './trigonometry.js';
import { variableOperators } from './variables.js';

/** Every operator of expressions that this server has. */
export const operators: Operators = {
  ...arithmeticOperators,
  ...roundingOperators,
  ...trigonometryOperators,
  ...bitwiseOperators,
  ...comparisonOperators,
  ...booleanOperators,
  ...conditionalOperators,
  ...basicStringOperators,
  ...substringOperators,
  ...indexOfOperators,
  ...trimOperators,
  ...replaceOperators,
  ...regexOperators,
  ...arrayAccessOperators,
  ...arrayBuildingOperators,
  ...iterationOperators,
  ...sortArrayOperators,
  ...severalOperators,
  ...accumulatedOperators,
  ...objectOperators,
  ...fieldOperators,
  ...setOperators,
  ...variableOperators,
  ...typeOperators,
  ...convertOperators,
  ...sizeOperators,
  ...datePartOperators,
  ...fromPartsOperators,
  ...toStringOperators,
  ...fromStringOperators,
  ...dateAddOperators,
  ...dateDifferenceOperators,
  ...dateTruncateOperators,
};

/** Operators of MongoDB that this server leaves out. */
export const refusedOperators: ReadonlySet<string> = new Set([
  '$accumulator',
  '$function',
  '$median',
  '$meta',
  '$percentile',
  '$sampleRate',
  '$toHashedIndexKey',
  '$toUUID',
  '$encStrContains',
  '$encStrEndsWith',
  '$encStrNormalizedEq',
  '$encStrStartsWith',
  '$_internalFindAllValuesAtPath',
]);
