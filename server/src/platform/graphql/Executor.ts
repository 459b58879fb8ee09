import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, OperationTypeNode } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { DataVersions } from '../DataVersions.js';
import type { Execution } from '../env.js';
import { LeastRecentlyUsed } from '../LeastRecentlyUsed.js';
import type { AnswerNotes } from '../RequestContext.js';
import { collectionsOf } from './made-of.js';
import type { MaskingContext } from './mask.js';
import { maskError } from './mask.js';
import { withWrongFields } from './wrongVariables.js';

/** One validated operation with what it is to be executed with. */
export interface Execute<Context> {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  /** Names the text of the document. */
  hash: string;
  variables: Record<string, unknown> | undefined;
  context: Context;
}

const mostCompiled = 500;

/**
 * Executes operations: mutations and new queries by graphql-js, queries asked twice by graphql-jit, which compiles them.
 * Both keep the same rules, faults are masked here, where reader and language are known, and what the answer was made of is noted.
 */
export class Executor<Context extends MaskingContext & { notes: AnswerNotes }> {
  readonly #compiled = new LeastRecentlyUsed<string, CompiledQuery | 'asked once' | 'cannot be compiled'>(mostCompiled);
  readonly #collections = new WeakMap<OperationDefinitionNode, { said: readonly string[] | null }>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly execution: Execution,
    private readonly versions: DataVersions,
  ) {}

  async execute(asked: Execute<Context>): Promise<ExecutionResult> {
    const collections = this.#collectionsOf(asked);
    const provenance = collections && { collections, version: this.versions.of(collections) };
    const result = await this.#run(asked);
    if (result.errors === undefined) {
      if (provenance) asked.context.notes.provenance = provenance;
      return result;
    }
    // Without data the request itself was wrong (variables, operation name) and says so in its own words.
    if (!('data' in result)) return withWrongFields(result, { schema: this.schema, ...asked, language: asked.context.language });
    return { ...result, errors: result.errors.map((error) => maskError(error, asked.context)) };
  }

  async #run(asked: Execute<Context>): Promise<ExecutionResult> {
    const compiled = this.#compiledFor(asked);
    if (compiled) {
      const result = await compiled.query({}, asked.context, asked.variables ?? {});
      // Variables that do not fit: graphql-js says it in the words that clients know.
      if (result.data !== undefined || result.errors === undefined) return result;
    }
    return execute({
      schema: this.schema,
      document: asked.document,
      operationName: asked.operation.name?.value,
      variableValues: asked.variables,
      contextValue: asked.context,
    });
  }

  #compiledFor({ document, operation, hash }: Execute<Context>): CompiledQuery | undefined {
    if (this.execution === 'interpreted' || operation.operation !== OperationTypeNode.QUERY) return undefined;
    const key = `${hash} ${operation.name?.value ?? ''}`;
    const known = this.#compiled.get(key);
    if (typeof known === 'object') return known;
    if (known === 'cannot be compiled') return undefined;
    if (known === undefined && this.execution === 'adaptive') {
      this.#compiled.set(key, 'asked once');
      return undefined;
    }
    const compiled = compileQuery(this.schema, document, operation.name?.value ?? '');
    if (!isCompiledQuery(compiled)) {
      this.#compiled.set(key, 'cannot be compiled');
      return undefined;
    }
    this.#compiled.set(key, compiled);
    return compiled;
  }

  #collectionsOf({ document, operation }: Execute<Context>): readonly string[] | null {
    let known = this.#collections.get(operation);
    if (known === undefined) {
      known = { said: collectionsOf(this.schema, document, operation) };
      this.#collections.set(operation, known);
    }
    return known.said;
  }
}
