import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../generated/index.js';
import type { Confidence, OrganisationLevel, OrganisationType, Region, UnRegion } from '../generated/graphql.js';
import { Facet, type FacetOption } from '../ui/Facet.js';
import { useFormat } from '../ui/format.js';
import { FilterIcon } from '../ui/icons.js';
import { type DirectoryView, toggled } from './directoryView.js';
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
    unRegions {
      unRegion
      count
    }
    types {
      type
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
    offers {
      exchange {
        id
        label(language: $language)
      }
      count
    }
    seeks {
      exchange {
        id
        label(language: $language)
      }
      count
    }
    mechanisms {
      mechanism
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
  const all = readFragment(directoryFacets, facets);

  /** What is chosen, or would find somebody; the most numerous first. */
  const options = <T extends string>(chosen: readonly T[], counts: readonly { value: T; label: string; count: number }[]): FacetOption[] =>
    counts
      .map((each) => ({ ...each, isChosen: chosen.includes(each.value) }))
      .filter(({ count, isChosen }) => count > 0 || isChosen)
      .sort((one, other) => other.count - one.count || format.compare(one.label, other.label));

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
  const exchanges = (counts: typeof all.offers) =>
    counts.map(({ exchange, count }) => ({ value: exchange.id, label: exchange.label, count }));

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
          title={t('filters.type')}
          options={options(
            view.types,
            all.types.map(({ type, count }) => ({ value: type, label: t(`type.${type}`), count })),
          )}
          isOpen={view.types.length > 0}
          onToggle={(value) => onChange({ types: toggled(view.types, value as OrganisationType) })}
        />
        <Facet
          title={t('filters.network')}
          options={networks}
          limit={6}
          moreLabel={t('filters.allNetworks', { count: networks.length })}
          onToggle={(value) => onChange({ networks: toggled(view.networks, value) })}
        />
        <Facet
          title={t('filters.offer')}
          options={options(view.offers, exchanges(all.offers))}
          isOpen={view.offers.length > 0}
          onToggle={(value) => onChange({ offers: toggled(view.offers, value) })}
        />
        <Facet
          title={t('filters.seek')}
          options={options(view.seeks, exchanges(all.seeks))}
          isOpen={view.seeks.length > 0}
          onToggle={(value) => onChange({ seeks: toggled(view.seeks, value) })}
        />
        <Facet
          title={t('filters.mechanism')}
          options={options(
            view.mechanisms,
            all.mechanisms.map(({ mechanism, count }) => ({ value: mechanism, label: t(`mechanism.${mechanism}`), count })),
          )}
          isOpen={view.mechanisms.length > 0}
          onToggle={(value) => onChange({ mechanisms: toggled(view.mechanisms, value as DirectoryView['mechanisms'][number]) })}
        />
        <Facet
          title={t('filters.unRegion')}
          options={options(
            view.unRegions,
            all.unRegions.map(({ unRegion, count }) => ({ value: unRegion, label: t(`unRegion.${unRegion}`), count })),
          )}
          isOpen={view.unRegions.length > 0}
          onToggle={(value) => onChange({ unRegions: toggled(view.unRegions, value as UnRegion) })}
        />
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
