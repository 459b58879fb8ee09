import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../generated/index.js';
import type { Confidence, OrganisationLevel, Region } from '../generated/graphql.js';
import { Facet } from '../ui/Facet.js';
import { useFormat } from '../ui/format.js';
import { FilterIcon } from '../ui/icons.js';
import { type DirectoryView, toggled } from './directoryView.js';
import type { ChangeView } from './useDirectoryView.js';

const directoryFacets = graphql(`
  fragment DirectoryFacets on OrganisationFacets {
    regions {
      region
      count
    }
    countries {
      country
      count
    }
    levels {
      level
      count
    }
    networks {
      network
      slug
      count
    }
    confidences {
      confidence
      count
    }
    withoutCountry
  }
`);

const placeNotStated = 'place-not-stated';

/** The filters, each value with how many the list would hold. On a narrow window they are folded behind a button. */
export function DirectoryFacets({
  facets,
  view,
  onChange,
}: {
  facets: FragmentType<typeof directoryFacets>;
  view: DirectoryView;
  onChange: ChangeView;
}) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { regions, countries, levels, networks, confidences, withoutCountry } = readFragment(directoryFacets, facets);
  const offered = <T extends { count: number }>(choices: readonly T[], isChosen: (choice: T) => boolean) =>
    choices.filter((choice) => choice.count > 0 || isChosen(choice));
  const byCount = (one: { count: number; label: string }, other: { count: number; label: string }) =>
    other.count - one.count || format.compare(one.label, other.label);

  const places = [
    ...offered(regions, ({ region }) => view.regions.includes(region))
      .map(({ region, count }) => ({
        value: region as string,
        label: t(`region.${region}`),
        count,
        isChosen: view.regions.includes(region),
      }))
      .sort(byCount),
    ...(withoutCountry > 0 || view.withoutCountry
      ? [{ value: placeNotStated, label: t('region.notStated'), count: withoutCountry, isChosen: view.withoutCountry }]
      : []),
  ];
  const countryOptions = offered(countries, ({ country }) => view.countries.includes(country))
    .map(({ country, count }) => ({ value: country, label: format.country(country), count, isChosen: view.countries.includes(country) }))
    .sort(byCount);
  const levelOptions = offered(levels, ({ level }) => view.levels.includes(level))
    .map(({ level, count }) => ({ value: level as string, label: t(`level.${level}`), count, isChosen: view.levels.includes(level) }))
    .sort(byCount);
  const networkOptions = offered(networks, ({ slug }) => view.networks.includes(slug))
    .map(({ network, slug, count }) => ({ value: slug, label: network, count, isChosen: view.networks.includes(slug) }))
    .sort(byCount);
  const confidenceOptions = offered(confidences, ({ confidence }) => view.confidences.includes(confidence)).map(
    ({ confidence, count }) => ({
      value: confidence as string,
      label: t(`confidence.${confidence}`),
      count,
      isChosen: view.confidences.includes(confidence),
    }),
  );

  return (
    <div className={`facets__box ${isOpen ? 'is-open' : ''}`}>
      <button type="button" className="button facets__button" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        <FilterIcon />
        {t('filters.title')}
      </button>
      <div id={id} className="facets__body">
        <Facet
          title={t('filters.region')}
          options={places}
          onToggle={(value) =>
            onChange(
              value === placeNotStated ? { withoutCountry: !view.withoutCountry } : { regions: toggled(view.regions, value as Region) },
            )
          }
        />
        <Facet
          title={t('filters.country')}
          options={countryOptions}
          isOpen={view.countries.length > 0}
          limit={8}
          moreLabel={t('filters.allCountries', { count: countryOptions.length })}
          onToggle={(value) => onChange({ countries: toggled(view.countries, value) })}
        />
        <Facet
          title={t('filters.level')}
          options={levelOptions}
          onToggle={(value) => onChange({ levels: toggled(view.levels, value as OrganisationLevel) })}
        />
        <Facet
          title={t('filters.network')}
          options={networkOptions}
          limit={6}
          moreLabel={t('filters.allNetworks', { count: networkOptions.length })}
          onToggle={(value) => onChange({ networks: toggled(view.networks, value) })}
        />
        <Facet
          title={t('filters.confidence')}
          options={confidenceOptions}
          isOpen={view.confidences.length > 0}
          onToggle={(value) => onChange({ confidences: toggled(view.confidences, value as Confidence) })}
        />
      </div>
    </div>
  );
}
