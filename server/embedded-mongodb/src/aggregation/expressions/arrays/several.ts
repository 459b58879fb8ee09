import { MongoError } from '../../../errors.js';
import { severalCount } from '../../accumulators/accumulators.js';
import type { Accumulator } from '../../accumulators/accumulator.js';
import { ExtremeSeveral, FirstSeveral, LastSeveral } from '../../accumulators/several.js';
import { typeName } from '../../../bson/types.js';
import type { Value } from '../../../bson/values.js';
import type { Collation } from '../../../query/collation.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';

const noDocument = new Map<string, Value>();

/** `{ input, n }` of an array. */
const several =
  (start: (count: number, collation: Collation | undefined) => Accumulator): Operator =>
  (operand, compilation, name) => {
    const given = namedArguments(operand, name, ['input', 'n'], {
      notObject: 5787801,
      unknown: 5787901,
      missing: { n: 5787906, input: 5787907 },
    });
    const parts = (['n', 'input'] as const).map((key) => compilation.compile(given.get(key) as Value));
    return folded(parts, (context) => {
      const [n, array] = parts.map((part) => part.evaluate(context));
      const count = severalCount(n);
      if (!Array.isArray(array)) throw new MongoError(5788200, `Input must be an array, but it was ${typeName(array)}`);
      const accumulator = start(count, compilation.scope.collation);
      for (const element of array) accumulator.add(element, noDocument);
      return accumulator.result();
    });
  };

export const severalOperators: Operators = {
  $firstN: several((count) => new FirstSeveral(count)),
  $lastN: several((count) => new LastSeveral(count)),
  $minN: several((count, collation) => new ExtremeSeveral(count, 1, collation)),
  $maxN: several((count, collation) => new ExtremeSeveral(count, -1, collation)),
};
