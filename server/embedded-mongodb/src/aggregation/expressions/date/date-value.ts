import { fail, notSupported } from '../../../errors.js';
import { fitsInt64 } from '../numbers.js';

/** The last millisecond of JavaScript's dates, in the year 275760. */
const lastMillisecond = 8_640_000_000_000_000;

/** A date of so many milliseconds since 1970. More than 64 bits overflow; what JavaScript cannot hold is refused. */
export const dateFrom = (milliseconds: bigint | number, name: string): Date => {
  if (typeof milliseconds === 'bigint' && !fitsInt64(milliseconds)) fail('Overflow', `date overflow in ${name}`);
  const number = Number(milliseconds);
  if (Math.abs(number) > lastMillisecond) notSupported('a date beyond the year 275760');
  return new Date(number);
};
