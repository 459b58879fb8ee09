import { existsSync } from 'node:fs';
import mongoose from 'mongoose';
import { createGraphQL } from './graphql.js';
import { openToStrangers, unansweredFields, undescribed, withoutAudience, wrongResults } from './platform/graphql/contract.js';
import { createLog } from './platform/log.js';
import { readSchema, schemaDirectory } from './schema.js';

const { schema } = createGraphQL({ execution: 'interpreted', rateLimit: 0 }, createLog('silent'));

test('the contract is read from its folder', () => {
  expect(existsSync(schemaDirectory)).toBe(true);
  expect(Object.keys(readSchema().getQueryType()!.getFields())).toContain('organisations');
});

test('every root field without @public is closed to strangers', async () => {
  expect(await openToStrangers(schema)).toEqual([]);
});

test('every mutation has a result of its own: one outcome, and refusals', () => {
  expect(wrongResults(schema)).toEqual([]);
});

test('every field says who may read it', () => {
  expect(withoutAudience(schema)).toEqual([]);
});

test('every type, field, argument and value is described', () => {
  expect(undescribed(schema)).toEqual([]);
});

test('every field of a type with a model is answered by a resolver or by a property of the model', () => {
  const modelled = new Map(
    Object.entries(mongoose.models).map(([name, each]) => [
      name,
      new Set([...Object.keys(each.schema.paths), ...Object.keys(each.schema.virtuals)]),
    ]),
  );
  expect([...modelled.keys()]).toContain('Organisation');
  expect(unansweredFields(schema, modelled)).toEqual([]);
});
