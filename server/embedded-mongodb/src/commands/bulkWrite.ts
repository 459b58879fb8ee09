import type { Document, Value } from '../bson/values.js';
import { isNumeric } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { BatchSource } from '../cursors/BatchSource.js';
import { MongoError, errorCodes, fail } from '../errors.js';
import type { ArgumentTable } from './arguments.js';
import {
  checkFields,
  documentArgument,
  documentOrEmpty,
  flagArgument,
  stringArgument,
  toNumber,
  wholeNumberArgument,
} from './arguments.js';
import type { Command } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { checkedNamespace, refuseSystemCollection } from './namespace.js';
import { answerWithCursor } from './reading/answer-with-cursor.js';
import type { Request } from './Request.js';
import { decoded, severalBatches } from './writing/batch-arguments.js';
import { compileDeleteStatement, compileUpdateStatement } from './writing/compile-statement.js';
import { deleteDocuments, deleteOutcome } from './writing/delete-documents.js';
import { insertDocument, insertOutcome } from './writing/insert-document.js';
import { retriedStatements } from './writing/retried-statements.js';
import type { StatementOutcome } from '../sessions/statement-outcome.js';
import { updateDocuments, updateOutcome } from './writing/update-documents.js';
import { WriteErrors } from './writing/WriteErrors.js';
import { Writing } from './writing/Writing.js';

const operationArguments: Readonly<Record<string, ArgumentTable>> = {
  insert: { insert: 'number', document: 'document' },
  update: {
    update: 'number',
    filter: 'document',
    updateMods: 'documentOrArray',
    multi: 'boolean',
    upsert: 'boolean',
    constants: 'document',
    collation: 'document',
    arrayFilters: 'array',
    hint: 'documentOrString',
    sort: 'document',
  },
  delete: { delete: 'number', filter: 'document', multi: 'boolean', hint: 'documentOrString', collation: 'document' },
};

const requiredFields: Readonly<Record<string, readonly string[]>> = {
  insert: ['document'],
  update: ['filter', 'updateMods'],
  delete: ['filter'],
};

export const bulkWrite: Command = {
  name: 'bulkWrite',
  arguments: {
    ops: 'array',
    nsInfo: 'array',
    ordered: 'boolean',
    errorsOnly: 'boolean',
    cursor: 'document',
    bypassDocumentValidation: 'flag',
    let: 'document',
  },
  adminOnly: true,
  inTransactions: true,
  retryable: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const { operations, namespaces } = readOperations(request);
    const ordered = flagArgument(request.body, 'ordered') ?? true;
    const errorsOnly = flagArgument(request.body, 'errorsOnly') ?? false;
    const cursor = documentOrEmpty(request.body, 'cursor');
    checkFields('cursor', cursor, { batchSize: 'number' });
    const writing = new Writing(request);
    const totals = new Totals();
    const results: Document[] = [];
    for (const [index, operation] of operations.entries()) {
      try {
        const known = writing.outcomeOf(index);
        const attempted = known ?? carryOut(writing, namespaces, operation);
        const outcome = attempted instanceof Promise ? await attempted : attempted;
        if (known) totals.retried.push(index);
        else writing.record(index, outcome);
        const result = totals.add(index, outcome);
        if (!errorsOnly) results.push(result);
      } catch (error) {
        results.push(totals.addError(index, error));
        if (ordered) break;
      }
      const paused = writing.pauseIfLong();
      if (paused) await paused;
    }
    if (request.transaction && totals.errors > 0) request.transaction.abort();
    await writing.finish();
    const answer = await answerWithCursor(request, {
      namespace: 'admin.$cmd.bulkWrite',
      source: new BatchSource(results.map(encodeDocument)[Symbol.iterator]()),
      batchSize: wholeNumberArgument(cursor, 'batchSize') ?? results.length + 1,
    });
    return { ...answer, fields: totals.fields() };
  },
};

interface Operation {
  readonly kind: string;
  readonly fields: Document;
}

const readOperations = (request: Request): { operations: Operation[]; namespaces: string[] } => {
  const { ops, nsInfo } = severalBatches(request, ['ops', 'nsInfo']);
  const namespaces = (nsInfo ?? []).map(decoded).map((info) => {
    checkFields('bulkWrite.nsInfo', info, { ns: 'string', collectionUUID: 'any', encryptionInformation: 'document' }, ['ns']);
    const { namespace } = checkedNamespace(stringArgument(info, 'ns') ?? '');
    refuseSystemCollection(namespace);
    return namespace;
  });
  const operations = (ops ?? []).map(decoded).map((fields) => {
    const kind = fields.keys().next().value ?? '';
    const table = Object.hasOwn(operationArguments, kind) ? operationArguments[kind] : undefined;
    if (!table) throw new MongoError(errorCodes.IDLUnknownField, `BSON field 'bulkWrite.ops.${kind}' is an unknown field.`);
    checkFields('bulkWrite.ops', fields, table, requiredFields[kind]);
    const place = fields.get(kind);
    if (!isNumeric(place) || namespaces[toNumber(place)] === undefined)
      fail('BadValue', `BulkWrite ops entry has an invalid nsInfo index.`);
    return { kind, fields };
  });
  return { operations, namespaces };
};

const carryOut = (
  writing: Writing,
  namespaces: readonly string[],
  { kind, fields }: Operation,
): StatementOutcome | Promise<StatementOutcome> => {
  const place = fields.get(kind);
  const namespace = namespaces[isNumeric(place) ? toNumber(place) : -1] ?? '';
  const multi = flagArgument(fields, 'multi') ?? false;
  if (multi && writing.request.retryable) fail('InvalidOptions', 'Cannot use retryable writes with multi=true');
  if (kind === 'insert') {
    const inserted = insertDocument(writing, namespace, documentOrEmpty(fields, 'document'));
    return inserted ? inserted.then(() => insertOutcome) : insertOutcome;
  }
  const filter = documentOrEmpty(fields, 'filter');
  if (kind === 'delete') {
    const removed = deleteDocuments(writing, compileDeleteStatement(writing, { namespace, filter, options: fields, multi }));
    return removed instanceof Promise ? removed.then(deleteOutcome) : deleteOutcome(removed);
  }
  const statement = compileUpdateStatement(writing, {
    namespace,
    filter,
    modification: fields.get('updateMods'),
    constants: documentArgument(fields, 'constants'),
    options: fields,
    multi,
    upsert: flagArgument(fields, 'upsert') ?? false,
  });
  const updated = updateDocuments(writing, statement);
  return updated instanceof Promise ? updated.then(updateOutcome) : updateOutcome(updated);
};

/** The counts of a bulk write and the answer to each of its operations. */
class Totals {
  readonly retried: number[] = [];
  errors = 0;
  private inserted = 0;
  private matched = 0;
  private modified = 0;
  private upserted = 0;
  private deleted = 0;

  add(index: number, outcome: StatementOutcome): Document {
    const answer = (fields: Readonly<Record<string, Value | undefined>>): Document => fieldsOf({ ok: 1, idx: int(index), ...fields });
    switch (outcome.kind) {
      case 'insert':
        this.inserted += 1;
        return answer({ n: int(1) });
      case 'delete':
        this.deleted += outcome.deleted;
        return answer({ n: int(outcome.deleted) });
      case 'update': {
        const upserts = outcome.upsertedId === undefined ? 0 : 1;
        this.matched += outcome.matched;
        this.modified += outcome.modified;
        this.upserted += upserts;
        return answer({
          n: int(outcome.matched + upserts),
          nModified: int(outcome.modified),
          upserted: outcome.upsertedId === undefined ? undefined : fieldsOf({ _id: outcome.upsertedId }),
        });
      }
      case 'findAndModify':
        return fail('InternalError', 'embedded server: a bulk write holds no findAndModify');
    }
  }

  addError(index: number, thrown: unknown): Document {
    const collected = new WriteErrors();
    collected.add(index, thrown);
    const [error] = collected.list;
    this.errors += 1;
    const details = new Map(error);
    details.delete('index');
    return new Map<string, Value>([['ok', 0], ['idx', int(index)], ...details, ['n', int(0)]]);
  }

  fields(): Document {
    return fieldsOf({
      nErrors: int(this.errors),
      nInserted: int(this.inserted),
      nMatched: int(this.matched),
      nModified: int(this.modified),
      nUpserted: int(this.upserted),
      nDeleted: int(this.deleted),
      retriedStmtIds: retriedStatements(this.retried),
    });
  }
}
