import { doc } from '../../../test/values/shorthand.js';
import { compileFilter } from '../filter.js';

const accepts = (schema: string, document: string): boolean => compileFilter(doc(`{"$jsonSchema":${schema}}`)).matches(doc(document));

const ofA = (schema: string): string => `{"properties":{"a":${schema}}}`;

describe('$jsonSchema', () => {
  it.each([
    ['{}', '{"a":1}', true],
    ['{"type":"object"}', '{}', true],
    ['{"bsonType":"string"}', '{}', false],
    ['{"required":["a"]}', '{"a":null}', true],
    ['{"required":["a","b"]}', '{"a":1}', false],
    [ofA('{"type":"number"}'), '{"a":1.5}', true],
    [ofA('{"type":"number"}'), '{"a":"1"}', false],
    [ofA('{"type":"number"}'), '{}', true],
    [ofA('{"type":["string","null"]}'), '{"a":null}', true],
    [ofA('{"bsonType":["int","objectId"]}'), '{"a":1}', true],
    [ofA('{"bsonType":["long","objectId"]}'), '{"a":1}', false],
    [ofA('{"bsonType":"number"}'), '{"a":{"$numberDecimal":"1"}}', true],
    [ofA('{"bsonType":"array"}'), '{"a":[1]}', true],
    [ofA('{"bsonType":"int"}'), '{"a":[1]}', false],
    [ofA('{"enum":[1,"b",null,{"x":1,"y":2}]}'), '{"a":1.0}', true],
    [ofA('{"enum":[1,"b",null,{"x":1,"y":2}]}'), '{"a":{"y":2,"x":1}}', true],
    [ofA('{"enum":[1,"b"]}'), '{"a":2}', false],
    [ofA('{"enum":[1,"b"]}'), '{}', true],
    [ofA('{"minimum":2}'), '{"a":2}', true],
    [ofA('{"minimum":2,"exclusiveMinimum":true}'), '{"a":2}', false],
    [ofA('{"maximum":2}'), '{"a":{"$numberLong":"3"}}', false],
    [ofA('{"maximum":2}'), '{"a":"text"}', true],
    [ofA('{"maximum":2}'), '{"a":[3]}', true],
    [ofA('{"multipleOf":0.1}'), '{"a":0.3}', true],
    [ofA('{"multipleOf":0.1}'), '{"a":0.35}', false],
    [ofA('{"multipleOf":3}'), '{"a":{"$numberDecimal":"9"}}', true],
    [ofA('{"multipleOf":3}'), '{"a":{"$numberDouble":"Infinity"}}', false],
    [ofA('{"minLength":2}'), '{"a":"é"}', false],
    [ofA('{"maxLength":1}'), '{"a":"😀"}', true],
    [ofA('{"pattern":"^b"}'), '{"a":"bc"}', true],
    [ofA('{"pattern":"^b"}'), '{"a":"cb"}', false],
    [ofA('{"pattern":"^b"}'), '{"a":5}', true],
    [ofA('{"minItems":1,"maxItems":2}'), '{"a":[]}', false],
    [ofA('{"minItems":1,"maxItems":2}'), '{"a":[1,2]}', true],
    [ofA('{"uniqueItems":true}'), '{"a":[1,1.0]}', false],
    [ofA('{"uniqueItems":true}'), '{"a":[{"x":1,"y":2},{"y":2,"x":1}]}', false],
    [ofA('{"uniqueItems":true}'), '{"a":[1,"1"]}', true],
    [ofA('{"items":{"type":"string"}}'), '{"a":["x",1]}', false],
    [ofA('{"items":[{"type":"string"}],"additionalItems":false}'), '{"a":["x"]}', true],
    [ofA('{"items":[{"type":"string"}],"additionalItems":false}'), '{"a":["x",1]}', false],
    [ofA('{"items":[{"type":"string"}],"additionalItems":{"type":"number"}}'), '{"a":["x",1]}', true],
    [ofA('{"items":{"type":"number"},"additionalItems":false}'), '{"a":[1,2]}', true],
    ['{"properties":{"a":{}},"additionalProperties":false}', '{"a":1,"b":1}', false],
    ['{"properties":{"a":{}},"patternProperties":{"^b":{"type":"number"}},"additionalProperties":false}', '{"a":1,"b1":1}', true],
    ['{"patternProperties":{"^b":{"type":"number"}}}', '{"b1":"x"}', false],
    ['{"additionalProperties":{"type":"number"}}', '{"a":"x"}', false],
    ['{"minProperties":2}', '{"a":1}', false],
    ['{"maxProperties":1}', '{"a":1,"b":1}', false],
    ['{"dependencies":{"a":["b"]}}', '{"a":1}', false],
    ['{"dependencies":{"a":["b"]}}', '{"c":1}', true],
    ['{"dependencies":{"a":{"required":["b"]}}}', '{"a":1,"b":2}', true],
    ['{"allOf":[{"required":["a"]},{"required":["b"]}]}', '{"a":1}', false],
    ['{"anyOf":[{"required":["a"]},{"required":["b"]}]}', '{"a":1}', true],
    ['{"oneOf":[{"required":["a"]},{"required":["b"]}]}', '{"a":1,"b":1}', false],
    ['{"not":{"required":["a"]}}', '{"a":1}', false],
    [ofA('{"properties":{"b":{"type":"string"}},"required":["b"]}'), '{"a":{"b":1}}', false],
    [ofA('{"required":["b"]}'), '{"a":[{}]}', true],
    ['{"title":"t","description":"d"}', '{}', true],
  ])('%s takes %s: %s', (schema, document, expected) => {
    expect(accepts(schema, document)).toBe(expected);
  });

  it.each([
    ['5', 14],
    ['{"required":[]}', 9],
    ['{"required":["a","a"]}', 9],
    ['{"required":"a"}', 14],
    ['{"properties":5}', 14],
    ['{"type":"integer"}', 9],
    ['{"type":"object","bsonType":"object"}', 9],
    ['{"bsonType":"thing"}', 2],
    ['{"enum":[1,1.0]}', 9],
    ['{"exclusiveMinimum":true}', 9],
    ['{"multipleOf":0}', 9],
    ['{"minLength":-1}', 9],
    ['{"$ref":"x"}', 9],
    ['{"unknown":1}', 9],
    ['{"encrypt":{}}', 115],
  ])('%s is refused with code %i', (schema, code) => {
    expect(() => compileFilter(doc(`{"$jsonSchema":${schema}}`))).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('can stand beside other conditions', () => {
    const filter = compileFilter(doc('{"$or":[{"$jsonSchema":{"required":["a"]}},{"b":1}]}'));
    expect([filter.matches(doc('{"a":1}')), filter.matches(doc('{"b":1}')), filter.matches(doc('{"c":1}'))]).toEqual([true, true, false]);
  });
});
