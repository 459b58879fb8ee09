import type { Document } from '../bson/values.js';
import { fail } from '../errors.js';
import { compileProjection } from '../query/projection.js';
import { documentArgument, documentOrEmpty, flagArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import type { Selection } from './reading/Selection.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { compileDeleteStatement, compileUpdateStatement } from './writing/compile-statement.js';
import type { DeleteResult } from './writing/delete-documents.js';
import { deleteDocuments } from './writing/delete-documents.js';
import type { UpdateResult } from './writing/update-documents.js';
import { updateDocuments } from './writing/update-documents.js';
import { Writing } from './writing/Writing.js';

export const findAndModify: Command = {
  name: 'findAndModify',
  aliases: ['findandmodify'],
  arguments: {
    query: 'document',
    sort: 'document',
    remove: 'flag',
    update: 'documentOrArray',
    new: 'flag',
    fields: 'document',
    upsert: 'flag',
    bypassDocumentValidation: 'flag',
    collation: 'document',
    hint: 'documentOrString',
    arrayFilters: 'array',
    let: 'document',
  },
  inTransactions: true,
  retryable: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const namespace = namespaceOf(request);
    refuseSystemCollection(namespace);
    checkCombination(request.body);
    const writing = new Writing(request);
    const known = writing.outcomeOf(0);
    if (known?.kind === 'findAndModify') return reply(new Map(known.answer).set('retriedStmtId', int(0)));
    const attempted = flagArgument(request.body, 'remove') ? remove(writing, namespace) : modify(writing, namespace);
    const answer = attempted instanceof Promise ? await attempted : attempted;
    writing.record(0, { kind: 'findAndModify', answer });
    await writing.finish();
    return reply(answer);
  },
};

const checkCombination = (body: Document): void => {
  const remove = flagArgument(body, 'remove') ?? false;
  if (!remove && body.get('update') === undefined) fail('FailedToParse', 'Either an update or remove=true must be specified');
  if (!remove) return;
  if (body.has('update')) fail('FailedToParse', 'Cannot specify both an update and remove=true');
  if (flagArgument(body, 'upsert')) fail('FailedToParse', 'Cannot specify both upsert=true and remove=true ');
  if (flagArgument(body, 'new'))
    fail('FailedToParse', "Cannot specify both new=true and remove=true; 'remove' always returns the deleted document");
  if (body.has('arrayFilters')) fail('FailedToParse', 'Cannot specify arrayFilters and remove=true');
};

const remove = (writing: Writing, namespace: string): Document | Promise<Document> => {
  const { body } = writing.request;
  const statement = compileDeleteStatement(writing, { namespace, filter: documentOrEmpty(body, 'query'), options: body, multi: false });
  const answer = ({ deleted, before }: DeleteResult): Document =>
    fieldsOf({
      lastErrorObject: fieldsOf({ n: int(deleted) }),
      value: before ? projected(writing, statement.selection, before) : null,
    });
  const attempted = deleteDocuments(writing, statement);
  return attempted instanceof Promise ? attempted.then(answer) : answer(attempted);
};

const modify = (writing: Writing, namespace: string): Document | Promise<Document> => {
  const { body } = writing.request;
  const statement = compileUpdateStatement(writing, {
    namespace,
    filter: documentOrEmpty(body, 'query'),
    modification: body.get('update'),
    options: body,
    multi: false,
    upsert: flagArgument(body, 'upsert') ?? false,
  });
  const answer = (result: UpdateResult): Document => {
    const wanted = flagArgument(body, 'new') ? result.after : result.before;
    return fieldsOf({
      lastErrorObject: fieldsOf({
        n: int(result.matched + (result.upsertedId === undefined ? 0 : 1)),
        updatedExisting: result.matched > 0,
        upserted: result.upsertedId,
      }),
      value: wanted ? projected(writing, statement.selection, wanted) : null,
    });
  };
  const attempted = updateDocuments(writing, statement);
  return attempted instanceof Promise ? attempted.then(answer) : answer(attempted);
};

const projected = (writing: Writing, selection: Selection, document: Document): Document => {
  const fields = documentArgument(writing.request.body, 'fields');
  return fields && fields.size > 0 ? compileProjection(fields, selection.compiled, writing.scope).apply(document) : document;
};
