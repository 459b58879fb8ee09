import { fail } from '../../errors.js';
import type { Unit } from '../../storage/Unit.js';

const alwaysFine = (): void => undefined;

/** Says, each time it is called, whether a cursor on the collection may go on; 175 QueryPlanKilled once what it reads is gone. */
export const collectionGuard = (unit: Unit, namespace: string): (() => void) => {
  const opened = unit.collection(namespace);
  if (!opened) return alwaysFine;
  return () => {
    const present = unit.collection(namespace);
    if (present === opened) return;
    if (!present?.id.equals(opened.id)) fail('QueryPlanKilled', `collection dropped or renamed: ${namespace}`);
    const prefixes = new Set(present?.indexes.map((index) => index.prefix));
    const dropped = opened.indexes.find((index) => !prefixes.has(index.prefix));
    if (dropped) fail('QueryPlanKilled', `index '${dropped.name}' dropped`);
  };
};
