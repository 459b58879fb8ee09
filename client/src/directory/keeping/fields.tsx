import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { TextField } from '../../people/form/index.js';

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface ManyProps {
  id: string;
  legend: string;
  error: string | undefined;
  chosen: readonly string[];
  onChange(chosen: string[]): void;
  options: readonly Choice[];
}

/** Several of a short list, each a box to tick. */
export function ManyField({ id, legend, error, chosen, onChange, options }: ManyProps) {
  const toggle = (value: string, isOn: boolean) =>
    onChange(options.filter((option) => (option.value === value ? isOn : chosen.includes(option.value))).map((option) => option.value));
  return (
    <Group id={id} legend={legend} error={error}>
      <div className="checks">
        {options.map(({ value, label }) => (
          <label key={value} className="check">
            <input type="checkbox" checked={chosen.includes(value)} onChange={(event) => toggle(value, event.target.checked)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}

interface PickedProps extends ManyProps {
  /** What the field for one more is called. */
  add: string;
}

/** Several of a long list: those chosen can be taken away, one more is found by its name. */
export function PickedField({ id, legend, error, chosen, onChange, options, add }: PickedProps) {
  const { t } = useTranslation('keeping');
  const listId = useId();
  const [typed, setTyped] = useState('');
  const labelOf = (value: string) => options.find((option) => option.value === value)?.label ?? value;
  const type = (words: string) => {
    const found = options.find(
      ({ label, value }) => label.toLocaleLowerCase() === words.trim().toLocaleLowerCase() || value === words.trim(),
    );
    setTyped(found ? '' : words);
    if (found && !chosen.includes(found.value)) onChange([...chosen, found.value]);
  };
  return (
    <Group id={id} legend={legend} error={error}>
      {chosen.length > 0 && (
        <ul className="tags">
          {chosen.map((value) => (
            <li key={value}>
              <button
                type="button"
                className="chip"
                aria-label={t('fields.takeAway', { what: labelOf(value) })}
                onClick={() => onChange(chosen.filter((other) => other !== value))}
              >
                {labelOf(value)} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextField id={`${id}-add`} label={add} hint={t('fields.pickHint')} list={listId} autoComplete="off" value={typed} onChange={type} />
      <datalist id={listId}>
        {options
          .filter(({ value }) => !chosen.includes(value))
          .map(({ value, label }) => (
            <option key={value} value={label} />
          ))}
      </datalist>
    </Group>
  );
}

interface RowsProps<T> {
  id: string;
  legend: string;
  error: string | undefined;
  rows: readonly T[];
  onChange(rows: T[]): void;
  empty: T;
  add: string;
  children(row: T, index: number, change: (part: Partial<T>) => void): ReactNode;
}

/** Rows of the same fields, of which more can be added and any taken away. */
export function RowsField<T extends object>({ id, legend, error, rows, onChange, empty, add, children }: RowsProps<T>) {
  const { t } = useTranslation('keeping');
  const change = (index: number, part: Partial<T>) => onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <Group id={id} legend={legend} error={error}>
      {rows.map((row, index) => (
        <div key={index} className="rows-field__row">
          {children(row, index, (part) => change(index, part))}
          <button
            type="button"
            className="link-button"
            aria-label={t('fields.removeRow', { what: legend, number: index + 1 })}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            {t('fields.remove')}
          </button>
        </div>
      ))}
      <p>
        <button type="button" className="button" onClick={() => onChange([...rows, empty])}>
          {add}
        </button>
      </p>
    </Group>
  );
}

/** Fields that belong together; the list of errors leads to it. */
export function Group({ id, legend, error, children }: { id: string; legend: string; error: string | undefined; children: ReactNode }) {
  return (
    <fieldset id={id} tabIndex={-1} className="stack field-group">
      <legend className="field__label">{legend}</legend>
      {children}
      {error && <p className="field__error">{error}</p>}
    </fieldset>
  );
}
