import { displayValue } from '../bson/display.js';
import { fail } from '../errors.js';
import type { Field } from './field-operation.js';

/** For operators that want their path to lead through documents even where they would change nothing. */
export const refuseObstacle = ({ obstacle, path }: Field): void => {
  if (!obstacle) return;
  fail(
    'PathNotViable',
    `Cannot use the part (${obstacle.part}) of (${path}) to traverse the element ({${obstacle.holder}: ${displayValue(obstacle.value)}})`,
  );
};
