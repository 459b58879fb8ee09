import { fail, notSupported } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import type { Document, Value } from '../../bson/values.js';
import { parsePath } from '../expressions/field-path.js';

/** A `$lookup` with its parts checked. */
export interface LookupSpecification {
  /** `undefined` where the pipeline makes its documents itself. */
  readonly from: string | undefined;
  readonly as: readonly string[];
  readonly localField: readonly string[] | undefined;
  readonly foreignField: string | undefined;
  readonly variables: Document;
  readonly pipeline: Value[] | undefined;
}

const failure = (message: string): never => fail('FailedToParse', message);

export const readLookup = (specification: Value): LookupSpecification => {
  if (!(specification instanceof Map))
    return failure(`the $lookup stage specification must be an object, but found ${typeName(specification)}`);
  const texts = new Map<string, string>();
  let variables: Document = new Map();
  let pipeline: Value[] | undefined;
  for (const [name, value] of specification) {
    if (name === 'pipeline') {
      if (!Array.isArray(value)) return fail('TypeMismatch', "'pipeline' option must be specified as an array");
      pipeline = value;
    } else if (name === 'let') {
      if (!(value instanceof Map)) return failure(`$lookup argument 'let' must be an object, is type ${typeName(value)}`);
      variables = value;
    } else if (['from', 'as', 'localField', 'foreignField'].includes(name)) {
      if (name === 'from' && value instanceof Map) return notSupported('$lookup from another database');
      if (typeof value !== 'string') return failure(`$lookup argument '${name}' must be a string, found ${typeName(value)}`);
      texts.set(name, value);
    } else return failure(`unknown argument to $lookup: ${name}`);
  }
  const as = texts.get('as') ?? failure("must specify 'as' field for a $lookup");
  const from = texts.get('from');
  if (from === undefined && !beginsWithDocuments(pipeline)) return failure("must specify 'from' field for a $lookup");
  if (from === '') return fail('InvalidNamespace', "$lookup 'from' cannot be empty");
  const localField = texts.get('localField');
  const foreignField = texts.get('foreignField');
  if ((localField === undefined) !== (foreignField === undefined)) {
    return failure("$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  }
  if (!pipeline && localField === undefined)
    return failure("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  if (!pipeline && specification.has('let')) return failure("$lookup with a 'let' argument must also specify 'pipeline'");
  return {
    from,
    as: parsePath(as),
    localField: localField === undefined ? undefined : parsePath(localField),
    foreignField: foreignField === undefined ? undefined : parsePath(foreignField).join('.'),
    variables,
    pipeline,
  };
};

export const beginsWithDocuments = (pipeline: Value | undefined): boolean => {
  const first = Array.isArray(pipeline) ? pipeline[0] : undefined;
  return first instanceof Map && first.has('$documents');
};
