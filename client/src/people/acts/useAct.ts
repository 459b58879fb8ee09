import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import type { DocumentType } from '../../generated/index.js';
import { failureOf, wrongFieldsOf, type Failure, type WrongField } from '../../api/failure.js';
import type { wrongFields } from './wrongFields.js';

/** What a mutation with one root field answers. */
export type Answer<TData> = TData[Exclude<keyof TData, '__typename'>];

/** The server's no, as every refusal says it; `fields` are those of an `InvalidInput`. */
export interface RefusalShown {
  readonly __typename?: string;
  readonly message: string;
  readonly fields?: DocumentType<typeof wrongFields>['fields'];
}

/** The answers that are no refusals: every refusal has a message, and nothing else has. */
export type Done<TAnswer> = Exclude<TAnswer, { message: string }>;

/** The answers that are refusals. */
export type Refused<TData> = Extract<Answer<TData>, { message: string }>;

/** Why an act did not happen: the server said no, it could not read something that was typed, or nothing came of asking. */
export type Trouble<TRefusal = RefusalShown> =
  | { readonly kind: 'refused'; readonly refusal: TRefusal }
  | { readonly kind: 'unread'; readonly fields: readonly WrongField[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** What of the input is wrong, whoever found out. */
export function wrongIn(trouble: Trouble | undefined): readonly WrongField[] {
  if (trouble?.kind === 'unread') return trouble.fields;
  return (trouble?.kind === 'refused' && trouble.refusal.fields) || [];
}

export interface Act<TData, TVariables, TRefusal = Refused<TData>> {
  /** Does it; answers undefined, and notes the trouble, when it did not happen. Asked again while it runs, it does nothing. */
  run(variables: TVariables): Promise<Done<Answer<TData>> | undefined>;
  readonly isRunning: boolean;
  readonly trouble: Trouble<TRefusal> | undefined;
  /** Takes the trouble from the page. */
  forget(): void;
}

/** One mutation of the contract, with whatever keeps it from happening. */
export function useAct<TData, TVariables extends OperationVariables>(
  mutation: TypedDocumentNode<TData, TVariables>,
): Act<TData, TVariables> {
  const client = useApolloClient();
  const [isRunning, setIsRunning] = useState(false);
  const [trouble, setTrouble] = useState<Trouble<Refused<TData>>>();
  const running = useRef(false);

  const run = useCallback(
    async (variables: TVariables) => {
      if (running.current) return undefined;
      running.current = true;
      setIsRunning(true);
      try {
        const { data } = await client.mutate({ mutation, variables });
        const answer = answerOf<TData>(data);
        if (isRefusal<TData>(answer)) {
          setTrouble({ kind: 'refused', refusal: answer });
          return undefined;
        }
        setTrouble(undefined);
        return answer as Done<Answer<TData>>;
      } catch (error) {
        const fields = wrongFieldsOf(error as Error);
        setTrouble(fields.length > 0 ? { kind: 'unread', fields } : { kind: 'failed', failure: failureOf(error as Error) });
        return undefined;
      } finally {
        running.current = false;
        setIsRunning(false);
      }
    },
    [client, mutation],
  );
  const forget = useCallback(() => setTrouble(undefined), []);
  return { run, isRunning, trouble, forget };
}

function answerOf<TData>(data: unknown): Answer<TData> {
  const [answer] = Object.entries(data as object).flatMap(([field, value]) => (field === '__typename' ? [] : [value as Answer<TData>]));
  if (answer === undefined) throw new Error('The server answered nothing.');
  return answer;
}

function isRefusal<TData>(answer: Answer<TData>): answer is Refused<TData> {
  return typeof answer === 'object' && answer !== null && 'message' in answer;
}
