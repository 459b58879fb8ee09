import type { TypedDocumentNode } from '@apollo/client';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { type Answer, type Done, type Refused, type Trouble, useAct } from '../acts/useAct.js';
import { Form, type FormFields } from './Form.js';
import { Opened } from './Opened.js';
import { useDraft } from './useDraft.js';

/** What the fields of a form need: where they stand, what is typed, and how to type. */
export interface Typing<TValues> {
  field: FormFields;
  values: TValues;
  set<K extends keyof TValues>(name: K, value: TValues[K]): void;
}

interface Props<TData, TInput, TValues extends object, TMore extends object> {
  mutation: TypedDocumentNode<TData, { input: TInput } & TMore>;
  /** What the mutation wants beside its input, such as the language of labels. */
  variables?: TMore;
  title: string;
  /** What the button does, in words. */
  submit: string | ((values: TValues) => string);
  initial: TValues;
  inputOf(values: TValues): TInput;
  onDone(answer: Done<Answer<TData>>): void;
  onClose(): void;
  /** Names what is typed, so that it outlives a lost session; without it nothing is kept. */
  draft?: string;
  look?: 'primary' | 'plain' | 'danger';
  cancel?: string;
  /** The paths of the input that have a field here. */
  paths?: readonly string[];
  /** What the form cannot be sent without. */
  wanted?: readonly (keyof TValues & string)[];
  /** What else can be done about a refusal. */
  way?: (refusal: Refused<TData>) => ReactNode;
  children?: (typing: Typing<TValues>) => ReactNode;
}

/** A form that opened in its place on the page for one act: it holds what is typed, what the server refuses, and the closing. */
export function ActForm<TData, TInput, TValues extends object, TMore extends object>(props: Props<TData, TInput, TValues, TMore>) {
  const {
    mutation,
    variables,
    title,
    submit,
    initial,
    inputOf,
    onDone,
    onClose,
    draft,
    look = 'primary',
    cancel,
    paths = [],
    wanted = [],
    way,
    children,
  } = props;
  const { t } = useTranslation('people');
  const [incomplete, setIncomplete] = useState<Trouble>();
  const { run, isRunning, trouble } = useAct(mutation);
  const { values, set, clear } = useDraft(draft, initial);
  const send = async () => {
    const missing = wanted.filter((name) => !values[name]).map((path) => ({ path, message: t('form.missing') }));
    setIncomplete(missing.length > 0 ? { kind: 'refused', refusal: { message: t('form.missing'), fields: missing } } : undefined);
    if (missing.length > 0) return;
    const answer = await run({ ...variables, input: inputOf(values) } as { input: TInput } & TMore);
    if (!answer) return;
    clear();
    onDone(answer);
  };
  const giveUp = () => {
    clear();
    onClose();
  };
  return (
    <Opened title={title} onClose={onClose}>
      <Form
        submit={typeof submit === 'string' ? submit : submit(values)}
        look={look}
        isRunning={isRunning}
        trouble={incomplete ?? (trouble as Trouble | undefined)}
        onSubmit={() => void send()}
        onCancel={giveUp}
        {...(cancel && { cancel })}
        paths={paths}
        way={way && trouble?.kind === 'refused' && way(trouble.refusal)}
      >
        {(field) => children?.({ field, values, set })}
      </Form>
    </Opened>
  );
}

/** The reason as an input wants it: left out while nothing is typed. */
export function reasonIn({ reason }: { reason: string }): { reason?: string } {
  return reason ? { reason } : {};
}
