import { fail } from '../../errors.js';
import type { Unit } from '../../storage/Unit.js';
import { refuseSystemCollection } from '../namespace.js';

/** Makes the collection where it is not there yet, as the first write to it does. */
export const ensureCollection = (unit: Unit, namespace: string): void => {
  if (unit.collection(namespace)) return;
  refuseSystemCollection(namespace);
  if (namespace.startsWith('local.')) fail('IllegalOperation', 'embedded server: the local database cannot be written to');
  unit.createCollection(namespace, new Map());
};
