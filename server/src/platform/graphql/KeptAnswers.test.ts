import { DataVersions } from '../DataVersions.js';
import { KeptAnswers, quickSendable } from './KeptAnswers.js';

function keep(answers: KeptAnswers, versions: DataVersions, key: string, body = '{}', collections = ['organisations']): void {
  answers.keep(key, {
    sendable: quickSendable(body),
    contentType: 'application/json',
    provenance: { collections, version: versions.of(collections) },
  });
}

test('an answer is found until a collection that it is made of changes', () => {
  const versions = new DataVersions();
  const answers = new KeptAnswers(1, versions);
  keep(answers, versions, 'one');
  keep(answers, versions, 'other', '{}', ['people']);
  expect(answers.find('one')?.sendable.body.toString()).toBe('{}');
  versions.changed('organisations');
  expect(answers.find('one')).toBeUndefined();
  expect(answers.find('other')).toBeDefined();
});

test('an answer that was begun before a change is not found after it', () => {
  const versions = new DataVersions();
  const answers = new KeptAnswers(1, versions);
  const begun = { collections: ['organisations'], version: versions.of(['organisations']) };
  versions.changed('organisations');
  answers.keep('one', { sendable: quickSendable('{}'), contentType: 'application/json', provenance: begun });
  expect(answers.find('one')).toBeUndefined();
});

test('what was asked for longest ago goes first when the memory is full', () => {
  const versions = new DataVersions();
  const answers = new KeptAnswers(1, versions);
  const body = 'x'.repeat(200_000);
  for (const key of ['a', 'b', 'c']) keep(answers, versions, key, body);
  expect(answers.find('a')).toBeDefined();
  keep(answers, versions, 'd', body);
  expect(['a', 'b', 'c', 'd'].filter((key) => answers.find(key) !== undefined)).toEqual(['a', 'c', 'd']);
});

test('with no memory nothing is kept', () => {
  const versions = new DataVersions();
  const answers = new KeptAnswers(0, versions);
  keep(answers, versions, 'one');
  expect(answers.find('one')).toBeUndefined();
});
