import type { Document } from '../../bson/values.js';
import type { CollectionSource, WriteTarget } from '../../aggregation/pipeline.js';
import { fail } from '../../errors.js';
import type { StoredDocument } from '../../storage/StoredDocument.js';
import type { Unit } from '../../storage/Unit.js';
import type { Collation } from '../../query/collation.js';
import type { Deadline } from '../../deadline.js';
import { collectionNamespace } from '../namespace.js';
import type { Request } from '../Request.js';
import { ensureCollection } from '../writing/ensure-collection.js';
import { withDistance } from './with-distance.js';
import { newDocument } from '../writing/new-document.js';
import { validate } from '../writing/validate.js';

/** The collections that a pipeline's stages read and write, by way of the unit of work that its command belongs to. */
export class UnitSource implements CollectionSource {
  private readonly stored = new WeakMap<Document, StoredDocument>();

  constructor(
    private readonly request: Request,
    private readonly unit: Unit,
    private readonly collation: Collation | undefined,
  ) {}

  *find(collection: string, query: Parameters<CollectionSource['find']>[1]): Iterable<Document> {
    const namespace = collectionNamespace(this.request.database, collection);
    for (const stored of this.unit.find(namespace, { ...query, collation: this.collation, deadline: this.deadline }))
      yield query.near ? withDistance(stored, query.near) : stored.document();
  }

  hasUniqueIndex(target: WriteTarget, fields: readonly string[]): boolean {
    if (fields.length === 1 && fields[0] === '_id') return true;
    const wanted = new Set(fields);
    const indexes = this.unit.collection(namespaceOf(target))?.indexes ?? [];
    return indexes.some(
      (index) =>
        index.unique && !index.partialFilter && index.fields.length === wanted.size && index.fields.every((field) => wanted.has(field)),
    );
  }

  findInTarget(target: WriteTarget, filter: Document): Document | undefined {
    const [found] = this.unit.find(namespaceOf(target), { filter, limit: 1, deadline: this.deadline });
    if (!found) return undefined;
    const document = found.document();
    this.stored.set(document, found);
    return document;
  }

  insert(target: WriteTarget, document: Document): void {
    const namespace = namespaceOf(target);
    ensureCollection(this.unit, namespace);
    this.add(namespace, document);
  }

  replace(target: WriteTarget, before: Document, after: Document): void {
    const stored = this.stored.get(before);
    if (!stored) return fail('InternalError', 'embedded server: a document to replace was not found by this pipeline');
    const namespace = namespaceOf(target);
    validate(this.request, this.unit, namespace, after, before);
    this.unit.replace(namespace, stored, after, 'update');
  }

  replaceAll(target: WriteTarget, documents: readonly Document[]): void {
    const namespace = namespaceOf(target);
    ensureCollection(this.unit, namespace);
    for (const stored of [...this.unit.find(namespace, { filter: new Map(), deadline: this.deadline })])
      this.unit.remove(namespace, stored);
    for (const document of documents) this.add(namespace, document);
  }

  private add(namespace: string, given: Document): void {
    const document = newDocument(given, this.request);
    validate(this.request, this.unit, namespace, document);
    this.unit.insert(namespace, document);
  }

  private get deadline(): Deadline {
    return this.request.timeLimit.deadline;
  }
}

const namespaceOf = ({ database, collection }: WriteTarget): string => collectionNamespace(database, collection);
