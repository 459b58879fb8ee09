import { MongoError } from '../../errors.js';
import type { Value } from '../../bson/values.js';
import { everything } from '../expressions/expression.js';
import { parsePath } from '../expressions/field-path.js';
import { rootContext } from '../expressions/operator.js';
import type { FieldTree } from '../projection/field-tree.js';
import { emptyTree, hasComputed, keepFields, leaveOutFields, setComputed } from '../projection/field-tree.js';
import { addedEntries, buildTree, isExclusion, projectEntries, specificationObject, unsetPaths } from '../projection/parse.js';
import type { Stage, StageCompiler, StageCompilers } from './stage.js';

const project: StageCompiler = (specification, surroundings) => {
  const spec = specificationObject(specification, '$project', 15969);
  if (spec.size === 0)
    throw new MongoError(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  const entries = projectEntries(spec);
  const reads = new Set<string>();
  const compilation = surroundings.expressions(reads);
  if (isExclusion(entries)) {
    const left = entries.filter((entry) => entry.kind === 'plain' && !entry.isIncluded);
    return leavingOut(buildTree(left, compilation, [31249, 31250]));
  }
  const isIdOut = entries.some(
    (entry) => entry.steps[0] === '_id' && entry.steps.length === 1 && entry.kind === 'plain' && !entry.isIncluded,
  );
  const kept = entries.filter((entry) => entry.kind === 'computed' || entry.isIncluded);
  const tree = buildTree(kept, compilation, [31249, 31250]);
  const namesId = tree.plain.has('_id') || tree.computed.has('_id') || tree.children.has('_id');
  if (!isIdOut && !namesId) tree.plain.add('_id');
  return including(tree, reads);
};

const including = (tree: FieldTree, reads: Set<string>): Stage => {
  for (const name of [...tree.plain, ...tree.children.keys()]) reads.add(name);
  const computes = hasComputed(tree);
  return {
    reads: reads.has(everything) ? undefined : reads,
    isExhaustive: true,
    *run(input, context) {
      for (const document of input) {
        context.deadline.tick();
        const kept = keepFields(tree, document);
        yield computes ? setComputed(tree, kept, rootContext(document, context)) : kept;
      }
    },
  };
};

const leavingOut = (tree: FieldTree): Stage => ({
  reads: new Set(),
  *run(input, context) {
    for (const document of input) {
      context.deadline.tick();
      yield leaveOutFields(tree, document);
    }
  },
});

const addFields: StageCompiler = (specification, surroundings, name) => {
  const spec = specificationObject(specification, name, 40272);
  const reads = new Set<string>();
  const tree = buildTree(addedEntries(spec), surroundings.expressions(reads), [40176, 40176]);
  return {
    reads: reads.has(everything) ? undefined : new Set([...reads, ...tree.children.keys()]),
    *run(input, context) {
      for (const document of input) {
        context.deadline.tick();
        yield setComputed(tree, new Map(document), rootContext(document, context));
      }
    },
  };
};

const unset: StageCompiler = (specification: Value, surroundings) => {
  const entries = unsetPaths(specification).map((path) => ({ kind: 'plain' as const, steps: parsePath(path), isIncluded: false }));
  return leavingOut(entries.length === 0 ? emptyTree() : buildTree(entries, surroundings.expressions(), [31249, 31250]));
};

export const projectStages: StageCompilers = { $project: project, $addFields: addFields, $set: addFields, $unset: unset };
