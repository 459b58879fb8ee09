import { type FragmentDefinitionNode, parse, print } from 'graphql';
import { withFragments } from './documents.js';

const fragmentOf = (text: string) => parse(text).definitions[0] as FragmentDefinitionNode;
const fragments = new Map(
  [fragmentOf('fragment Line on Organisation { name ...Place }'), fragmentOf('fragment Place on Organisation { country }')].map(
    (fragment) => [fragment.name.value, fragment],
  ),
);

describe('a document in its place', () => {
  it('brings the fragments that it spreads, directly and through another, once each', () => {
    const document = withFragments(parse('query Q { one { ...Line } two { ...Line ...Place } }'), fragments);
    expect(print(document).match(/fragment \w+/g)).toEqual(['fragment Line', 'fragment Place']);
  });

  it('is refused when it spreads what nobody has written', () => {
    expect(() => withFragments(parse('query Q { one { ...Nobody } }'), fragments)).toThrow('No fragment is called Nobody.');
  });
});
