import { useState } from 'react';
import { useFormat } from './format.js';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** How many the list would hold with this choice. */
  readonly count: number;
  readonly isChosen: boolean;
}

export interface FacetProps {
  title: string;
  options: readonly FacetOption[];
  onToggle(value: string): void;
  isOpen?: boolean;
  /** How many are shown before the reader asks for all of them. */
  limit?: number;
  /** The words of the button that shows all of them. */
  moreLabel?: string;
}

/** One group of filters, each value with its count and its share; nothing where there is nothing to choose. */
export function Facet({ title, options, onToggle, isOpen = true, limit = options.length, moreLabel }: FacetProps) {
  const [showsAll, setShowsAll] = useState(false);
  const format = useFormat();
  if (options.length === 0) return null;
  const largest = Math.max(1, ...options.map(({ count }) => count));
  const shown = showsAll ? options : options.filter(({ isChosen }, index) => isChosen || index < limit);
  return (
    <details className="facet" open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {shown.map(({ value, label, count, isChosen }) => (
          <li key={value}>
            <label>
              <input type="checkbox" checked={isChosen} onChange={() => onToggle(value)} />
              <span>{label}</span>
              <span className="facet__count">{format.number(count)}</span>
            </label>
            <i className="facet__bar" style={{ '--share': count / largest }} />
          </li>
        ))}
      </ul>
      {shown.length < options.length && (
        <p className="small facet__more">
          <button type="button" className="link-button" onClick={() => setShowsAll(true)}>
            {moreLabel}
          </button>
        </p>
      )}
    </details>
  );
}
