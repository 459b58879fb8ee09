import { typeName } from '../bson/types.js';
import { fail } from '../errors.js';
import { isDocument } from '../bson/values.js';
import type { Value } from '../bson/values.js';
import type { UpdateOperator } from './field-operation.js';

/** `$currentDate`: the time of the command as a date, or with `{ $type: 'timestamp' }` the cluster's. */
export const currentDate: UpdateOperator = (argument) => {
  const kind = dateKind(argument);
  return (_value, { position }) => (kind === 'date' ? new Date(position.now) : position.clusterTime);
};

const dateKind = (argument: Value): 'date' | 'timestamp' => {
  if (typeof argument === 'boolean') return 'date';
  if (!isDocument(argument)) {
    return fail(
      'BadValue',
      `${typeName(argument)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  for (const name of argument.keys()) if (name !== '$type') fail('BadValue', `Unrecognized $currentDate option: ${name}`);
  const kind = argument.get('$type');
  if (kind === 'date' || kind === 'timestamp') return kind;
  return fail('BadValue', "The '$type' string field is required to be 'date' or 'timestamp': {$currentDate: {field : {$type: 'date'}}}");
};
