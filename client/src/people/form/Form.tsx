import { type FormEvent, type ReactNode, useId } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { type Trouble, wrongIn } from '../acts/useAct.js';
import { TroubleNotice } from '../acts/TroubleNotice.js';

/** How a field of a form is found by the path of its input, and what is wrong with it. */
export interface FormFields {
  (path: string): { id: string; error: string | undefined };
}

interface Props {
  /** What the button does, in words. */
  submit: string;
  isRunning: boolean;
  trouble: Trouble | undefined;
  onSubmit(): void;
  /** How the button looks; a view has one primary button. */
  look?: 'primary' | 'plain' | 'danger';
  onCancel?: (() => void) | undefined;
  cancel?: string;
  /** The paths of the input that have a field here. */
  paths: readonly string[];
  children: (field: FormFields) => ReactNode;
  /** What else can be done about a refusal. */
  way?: ReactNode;
}

/** A form that keeps what was typed, says all that is wrong at its top and beside each field, and is sent once. */
export function Form({ submit, isRunning, trouble, onSubmit, look = 'primary', onCancel, cancel, paths, children, way }: Props) {
  const { t } = useTranslation('people');
  const own = useId();
  const wrong = wrongIn(trouble);
  const idOf = (path: string) => `${own}${path}`;
  const field: FormFields = (path) => ({ id: idOf(path), error: wrong.find((one) => one.path === path)?.message });
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="stack form" noValidate onSubmit={send}>
      <TroubleNotice trouble={trouble} fieldId={(path) => (paths.includes(path) ? idOf(path) : undefined)}>
        {way}
      </TroubleNotice>
      {children(field)}
      <div className="row form__acts">
        <button type="submit" className={look === 'plain' ? 'button' : `button button--${look}`} aria-disabled={isRunning}>
          {isRunning ? t('form.running') : submit}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {cancel ?? t('form.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
