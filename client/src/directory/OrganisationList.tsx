import { Suspense } from 'react';
import { lazyPage } from '../ui/lazyPage.js';
import { type OrganisationLineData, OrganisationLine } from './OrganisationLine.js';
import type { SearchReasonsData } from './facets/SearchReasons.js';

const { Page: SearchReasons } = lazyPage(() => import('./facets/SearchReasons.js').then((module) => module.SearchReasons), 'facets');

/** Where list and map point at each other. */
export interface Hot {
  /** The countries that the reader points at, on the list or on the map. */
  readonly countries: readonly string[];
  point(countries: readonly string[]): void;
}

/** What makes an element point at countries while the pointer or the focus is in it. */
export function pointingAt(hot: Hot, countries: readonly string[]) {
  const on = () => hot.point(countries);
  const off = () => hot.point([]);
  return {
    className: countries.some((country) => hot.countries.includes(country)) ? 'is-hot' : '',
    handlers: { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off },
  };
}

interface Props {
  organisations: readonly ({ id: string; country?: string | null } & OrganisationLineData)[];
  hot: Hot;
  /** By the key of an organisation, why a search has found it. */
  reasons?: ReadonlyMap<string, SearchReasonsData>;
}

/** Organisations as lines; pointing at one points at its country on the map. */
export function OrganisationList({ organisations, hot, reasons }: Props) {
  return (
    <ul className="organisations">
      {organisations.map((organisation) => {
        const { className, handlers } = pointingAt(hot, organisation.country ? [organisation.country] : []);
        const edge = reasons?.get(organisation.id);
        return (
          <li key={organisation.id} className={className} {...handlers}>
            <OrganisationLine organisation={organisation} />
            {edge && (
              <p className="organisations__reasons tiny">
                <Suspense>
                  <SearchReasons edge={edge} />
                </Suspense>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
