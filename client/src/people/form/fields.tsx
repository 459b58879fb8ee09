import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';

interface FieldProps {
  /** Leads to the field from the list of errors. */
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

interface ControlProps {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** A label, a hint, a control and what is wrong with it, tied together for those who do not see them. */
function Field({ id, label, hint, error, children }: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const own = useId();
  const described = [hint && `${own}hint`, error && `${own}error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={error ? 'field field--bad' : 'field'}>
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className="field__hint" id={`${own}hint`}>
          {hint}
        </p>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described })}
      {error && (
        <p className="field__error" id={`${own}error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type TextFieldProps = FieldProps & { value: string; onChange(value: string): void } & Omit<
    InputHTMLAttributes<HTMLInputElement>,
    'id' | 'value' | 'onChange' | 'className'
  >;

export function TextField({ id, label, hint, error, value, onChange, ...rest }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <input {...control} {...rest} className="input" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

type ReasonFieldProps = Omit<FieldProps, 'label'> & { label?: string; value: string; onChange(value: string): void };

/** Why somebody decides so; it asks in its own words where the form has none. */
export function ReasonField({ value, onChange, label, hint, ...field }: ReasonFieldProps) {
  const { t } = useTranslation('people');
  return (
    <Field {...field} label={label ?? t('reason.label')} hint={hint ?? t('reason.hint')}>
      {(control) => (
        <textarea {...control} className="input reason" rows={3} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

type SelectFieldProps<T extends string> = FieldProps & {
  value: T;
  onChange(value: T): void;
  options: readonly { readonly value: T; readonly label: string }[];
};

export function SelectField<T extends string>({ id, label, hint, error, value, onChange, options }: SelectFieldProps<T>) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <select {...control} className="select" value={value} onChange={(event) => onChange(event.target.value as T)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ label, isChecked, onChange }: { label: string; isChecked: boolean; onChange(isChecked: boolean): void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={isChecked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
