import { useId, useState } from 'react';
import { useTranslation } from '../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../generated/index.js';
import type { Confidence, OrganisationLevel, Region } from '../generated/graphql.js';
import { Facet } from '../ui/Facet.js';
import { useFormat } from '../ui/format.js';
import { FilterIcon } from '../ui/icons.js';
import { type DirectoryView, toggled } from './directoryView.js';
import { optionsIn } from './facetOptions.js';
import { MoreFacets } from './facets/MoreFacets.js';
import type { ChangeView } from './useDirectoryView.js';

const directoryFacets = graphql(`
  fragment DirectoryFacets on OrganisationFacets {
    themes {
      theme {
        id
        label(language: $language)
      }
      count
    }
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
    languages {
      language
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
    ...MoreFacets
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
  const all = readFragment(directoryFacets, facets);

  const options = optionsIn(format);
  const themes = options(
    view.themes,
    all.themes.map(({ theme, count }) => ({ value: theme.id, label: theme.label, count })),
  );
  const places = [
    ...options(
      view.regions,
      all.regions.map(({ region, count }) => ({ value: region, label: t(`region.${region}`), count })),
    ),
    ...(all.withoutCountry > 0 || view.withoutCountry
      ? [{ value: placeNotStated, label: t('region.notStated'), count: all.withoutCountry, isChosen: view.withoutCountry }]
      : []),
  ];
  const countries = options(
    view.countries,
    all.countries.map(({ country, count }) => ({ value: country, label: format.country(country), count })),
  );
  const networks = options(
    view.networks,
    all.networks.map(({ network, slug, count }) => ({ value: slug, label: network, count })),
  );

  return (
    <div className={`facets__box ${isOpen ? 'is-open' : ''}`}>
      <button type="button" className="button facets__button" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        <FilterIcon />
        {t('filters.title')}
      </button>
      <div id={id} className="facets__body">
        <Facet
          title={t('filters.theme')}
          options={themes}
          limit={6}
          moreLabel={t('filters.allThemes', { count: themes.length })}
          onToggle={(value) => onChange({ themes: toggled(view.themes, value) })}
        />
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
          options={countries}
          isOpen={view.countries.length > 0}
          limit={8}
          moreLabel={t('filters.allCountries', { count: countries.length })}
          onToggle={(value) => onChange({ countries: toggled(view.countries, value) })}
        />
        <Facet
          title={t('filters.language')}
          options={options(
            view.languages,
            all.languages.map(({ language, count }) => ({ value: language, label: format.language(language), count })),
          )}
          onToggle={(value) => onChange({ languages: toggled(view.languages, value) })}
        />
        <Facet
          title={t('filters.level')}
          options={options(
            view.levels,
            all.levels.map(({ level, count }) => ({ value: level, label: t(`level.${level}`), count })),
          )}
          onToggle={(value) => onChange({ levels: toggled(view.levels, value as OrganisationLevel) })}
        />
        <Facet
          title={t('filters.network')}
          options={networks}
          limit={6}
          moreLabel={t('filters.allNetworks', { count: networks.length })}
          onToggle={(value) => onChange({ networks: toggled(view.networks, value) })}
        />
        <MoreFacets facets={all} view={view} onChange={onChange} />
        <Facet
          title={t('filters.confidence')}
          options={options(
            view.confidences,
            all.confidences.map(({ confidence, count }) => ({ value: confidence, label: t(`confidence.${confidence}`), count })),
          )}
          isOpen={view.confidences.length > 0}
          onToggle={(value) => onChange({ confidences: toggled(view.confidences, value as Confidence) })}
        />
      </div>
    </div>
  );
}
