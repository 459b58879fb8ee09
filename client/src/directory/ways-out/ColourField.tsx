import { type ReactNode, useId } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { asColour, type Colour } from './colour.js';

interface Props {
  label: string;
  /** Null while the portal's own holds. */
  value: Colour | null;
  /** The portal's own. */
  own: Colour;
  onChange: (value: Colour | null) => void;
  children?: ReactNode;
}

/** A colour of one's own, or the portal's. */
export function ColourField({ label, value, own, onChange, children }: Props) {
  const { t } = useTranslation('ways-out');
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <div className="embed__colour">
        <input id={id} type="color" value={value ?? own} onChange={(event) => onChange(asColour(event.target.value) ?? null)} />
        {value ? (
          <button type="button" className="button button--quiet" onClick={() => onChange(null)}>
            {t('colour.own')}
          </button>
        ) : (
          <span className="small quiet">{t('colour.own')}</span>
        )}
      </div>
      {children}
    </div>
  );
}
