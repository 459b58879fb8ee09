import { displayDocument } from '../../bson/display.js';
import { isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { fail } from '../../errors.js';
import type { IndexInfo } from '../CollectionInfo.js';
import { checkedExpiry } from '../indexes/specification.js';
import type { Workspace } from '../Workspace.js';
import { findIndex } from './find-index.js';

interface IndexModification {
  /** By name or by key pattern. */
  readonly which: string | Document;
  readonly expireAfterSeconds?: Value | undefined;
  readonly hidden?: boolean | undefined;
}

export interface Modification {
  readonly index?: IndexModification | undefined;
  /** Options of the collection that get another value. */
  readonly options: Document;
}

/** `collMod`; answers with the former values as MongoDB does. */
export const modifyCollection = (workspace: Workspace, namespace: string, { index, options }: Modification): Document => {
  const info = workspace.collection(namespace);
  if (!info) return fail('NamespaceNotFound', `ns does not exist: ${namespace}`);
  const answer: Document = new Map();
  let next = info;
  if (options.size > 0) next = { ...next, options: new Map([...info.options, ...options]) };
  if (index) {
    const present = findIndex(info, index.which);
    if (!present)
      return fail(
        'IndexNotFound',
        `cannot find index ${typeof index.which === 'string' ? index.which : displayDocument(index.which)} for ns ${namespace}`,
      );
    const changed = modifiedIndex(present, index, answer);
    next = { ...next, indexes: next.indexes.map((other) => (other === present ? changed : other)) };
  }
  workspace.define(namespace, next);
  workspace.noteChange({ kind: 'modify', namespace, collectionId: info.id });
  return answer;
};

const modifiedIndex = (present: IndexInfo, { expireAfterSeconds, hidden }: IndexModification, answer: Document): IndexInfo => {
  let index = present;
  if (expireAfterSeconds !== undefined) {
    if (!isNumeric(expireAfterSeconds)) return fail('InvalidOptions', 'expireAfterSeconds field must be a number');
    index = withOption(index, 'expireAfterSeconds', checkedExpiry(expireAfterSeconds));
    index = { ...index, expireAfterSeconds: Number(expireAfterSeconds) };
    if (present.expireAfterSeconds !== undefined) answer.set('expireAfterSeconds_old', BigInt(present.expireAfterSeconds));
    answer.set('expireAfterSeconds_new', BigInt(Number(expireAfterSeconds)));
  }
  if (hidden !== undefined && hidden !== present.hidden) {
    if (present.name === '_id_') return fail('BadValue', "can't hide _id index");
    index = { ...withOption(index, 'hidden', hidden ? true : undefined), hidden };
    answer.set('hidden_old', present.hidden);
    answer.set('hidden_new', hidden);
  }
  return index;
};

const withOption = (index: IndexInfo, name: string, value: Value | undefined): IndexInfo => {
  const specification = new Map(index.specification);
  if (value === undefined) specification.delete(name);
  else specification.set(name, value);
  return { ...index, specification };
};
