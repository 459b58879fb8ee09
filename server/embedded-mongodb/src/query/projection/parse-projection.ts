import { compileExpression, isExpressionOperator } from '../../aggregation/expressions/compile.js';
import { isTruthy } from '../../aggregation/expressions/numbers.js';
import { displayValue } from '../../bson/display.js';
import { typeName } from '../../bson/types.js';
import { isDocument, isNumeric } from '../../bson/values.js';
import { MongoError, notSupported } from '../../errors.js';
import { checkFieldPath } from '../field-path.js';
import { elemMatchArgument } from './elem-match.js';
import { checkPositional, findPositional } from './positional.js';
import { sliceArgument } from './slice.js';
import type { Scope } from '../../aggregation/expressions/expression.js';
import type { Document, Value } from '../../bson/values.js';
import type { Predicate } from '../predicates.js';
import type { FilterOptions } from '../filter.js';
import type { Slice } from './slice.js';
import type { ParsedProjection, ProjectionBranch, ProjectionEntry, ProjectionKind } from './tree.js';

/** Reads the projection of `find`. Mistakes are the MongoErrors that MongoDB has for each. */
export const parseProjection = (specification: Document, predicate: Predicate | undefined, options: FilterOptions): ParsedProjection =>
  new ProjectionParser(predicate, options).parse(specification);

const alwaysRoot: readonly string[] = [];

class ProjectionParser {
  readonly #predicate: Predicate | undefined;
  readonly #options: FilterOptions;
  readonly #scope: Scope;
  readonly #root: ProjectionBranch = { entries: new Map() };
  readonly #slicedPaths: { path: readonly string[]; slice: Slice }[] = [];
  #kind: ProjectionKind | undefined;
  #idIncluded = false;
  #idMentioned = false;
  #hasElemMatch = false;
  #positionalPath: readonly string[] | undefined;

  constructor(predicate: Predicate | undefined, options: FilterOptions) {
    this.#predicate = predicate;
    this.#options = options;
    this.#scope = { variables: new Set(options.variables?.keys() ?? []), collation: options.collation };
  }

  parse(specification: Document): ParsedProjection {
    for (const [name, value] of specification) {
      if (name === '_id' || name.startsWith('_id.')) this.#idMentioned = true;
      this.#element(name, value, alwaysRoot);
    }
    const kind = this.#kind ?? this.#kindWithoutPlainFields();
    const { entries } = this.#root;
    if (kind === 'inclusion' && !this.#idMentioned) this.#root.entries.set('_id', { kind: 'include' });
    if (kind === 'exclusion' && this.#idIncluded) entries.delete('_id');
    return { kind, root: this.#root, positionalPath: this.#positionalPath, slicedPaths: this.#slicedPaths };
  }

  /** Only `_id`, slices or element matches were named. */
  #kindWithoutPlainFields(): ProjectionKind {
    if (this.#slicedPaths.length === 0 && this.#hasElemMatch) return 'inclusion';
    return this.#idIncluded ? 'inclusion' : 'exclusion';
  }

  #element(name: string, value: Value, parents: readonly string[]): void {
    const positional = findPositional(name);
    if (isDocument(value)) {
      if (positional) throw new MongoError(31271, 'positional projection cannot be used with an expression or sub object');
      this.#subObject(name, value, parents);
    } else if (typeof value === 'boolean' || isNumeric(value)) {
      if (!isTruthy(value)) this.#exclude(name, parents);
      else if (positional) this.#includePosition(name, positional, parents);
      else this.#include(name, parents);
    } else {
      if (positional) throw new MongoError(31308, 'positional projection cannot be used with a literal');
      this.#compute(name, value, parents, () => {
        throw new MongoError(31310, `Cannot use an expression ${name}: ${displayValue(value)} in an exclusion projection`);
      });
    }
  }

  #include(name: string, parents: readonly string[]): void {
    this.#add(name, parents, { kind: 'include' });
    if (name === '_id' && parents.length === 0) this.#idIncluded = true;
    else this.#becomeInclusion(name);
  }

  #becomeInclusion(name: string): void {
    if (this.#kind === 'exclusion') throw new MongoError(31253, `Cannot do inclusion on field ${name} in exclusion projection`);
    this.#kind = 'inclusion';
  }

  #exclude(name: string, parents: readonly string[]): void {
    this.#add(name, parents, { kind: 'exclude' });
    if (name === '_id' && parents.length === 0) return;
    if (this.#kind === 'inclusion') throw new MongoError(31254, `Cannot do exclusion on field ${name} in inclusion projection`);
    this.#kind = 'exclusion';
  }

  #includePosition(name: string, position: { before: string; after: string }, parents: readonly string[]): void {
    if (this.#positionalPath) throw new MongoError(31276, 'Cannot specify more than one positional projection per query.');
    if (this.#hasElemMatch) throw new MongoError(31256, 'Cannot specify positional operator and $elemMatch.');
    checkPositional(name, position, this.#predicate);
    this.#positionalPath = [...parents, ...checkFieldPath(position.before)];
    this.#add(position.before, parents, { kind: 'positional' });
    this.#becomeInclusion(name);
  }

  #compute(name: string, value: Value, parents: readonly string[], refuse: () => never): void {
    if (this.#kind === 'exclusion') refuse();
    this.#kind = 'inclusion';
    this.#add(name, parents, { kind: 'expression', expression: compileExpression(value, this.#scope) });
  }

  #subObject(name: string, object: Document, parents: readonly string[]): void {
    const path = checkFieldPath(name);
    const [operator, argument] = object.size === 1 ? ([...object][0] ?? []) : [];
    if (operator?.startsWith('$') && argument !== undefined) {
      this.#operator(name, operator, argument, object, parents);
      return;
    }
    if (object.size === 0)
      throw new MongoError(
        51270,
        `An empty sub-projection is not a valid value. Found empty object at path ${[...parents, ...path].join('.')}`,
      );
    for (const [inner, value] of object) this.#element(inner, value, [...parents, ...path]);
  }

  #operator(name: string, operator: string, argument: Value, object: Document, parents: readonly string[]): void {
    if (operator === '$slice' && this.#trySlice(name, argument, parents)) return;
    if (operator === '$elemMatch') {
      this.#elemMatch(name, argument, parents);
      return;
    }
    if (operator === '$meta') notSupported('$meta in a projection');
    if (!isExpressionOperator(operator)) throw new MongoError(31325, `Unknown expression ${operator}`);
    this.#compute(name, object, parents, () => {
      throw new MongoError(31252, 'Cannot use expression other than $meta in exclusion projection');
    });
  }

  /** What is no slice of `find` is taken for the expression of that name. */
  #trySlice(name: string, argument: Value, parents: readonly string[]): boolean {
    const slice = sliceArgument(argument);
    if (!slice) return false;
    try {
      this.#add(name, parents, { kind: 'slice', slice });
    } catch {
      return false;
    }
    this.#slicedPaths.push({ path: [...parents, ...checkFieldPath(name)], slice });
    return true;
  }

  #elemMatch(name: string, argument: Value, parents: readonly string[]): void {
    if (!isDocument(argument)) throw new MongoError(31274, `elemMatch: Invalid argument, object required, but got ${typeName(argument)}`);
    if (this.#positionalPath) throw new MongoError(31255, 'Cannot specify positional operator and $elemMatch.');
    if (parents.length > 0 || name.includes('.')) throw new MongoError(31275, 'Cannot use $elemMatch projection on a nested field.');
    this.#hasElemMatch = true;
    this.#add(name, parents, { kind: 'elemMatch', firstMatch: elemMatchArgument(argument, this.#options) });
  }

  #add(name: string, parents: readonly string[], entry: ProjectionEntry): void {
    const path = [...parents, ...checkFieldPath(name)];
    let { entries } = this.#root;
    path.forEach((part, depth) => {
      const known = entries.get(part);
      if (depth === path.length - 1) {
        if (known) throw new MongoError(31250, `Path collision at ${path.join('.')}`);
        entries.set(part, entry);
        return;
      }
      if (known && known.kind !== 'branch') {
        throw new MongoError(31249, `Path collision at ${path.join('.')} remaining portion ${path.slice(depth + 1).join('.')}`);
      }
      const branch = known ? known.branch : { entries: new Map<string, ProjectionEntry>() };
      entries.set(part, { kind: 'branch', branch });
      ({ entries } = branch);
    });
  }
}
