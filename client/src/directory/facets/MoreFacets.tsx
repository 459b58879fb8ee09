import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import type { Mechanism, OrganisationType, UnRegion } from '../../generated/graphql.js';
import { Facet } from '../../ui/Facet.js';
import { useFormat } from '../../ui/format.js';
import { type DirectoryView, toggled } from '../directoryView.js';
import { optionsIn } from '../facetOptions.js';
import type { ChangeView } from '../useDirectoryView.js';

const moreFacets = graphql(`
  fragment MoreFacets on OrganisationFacets {
    unRegions {
      unRegion
      count
    }
    types {
      type
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
  }
`);

interface Props {
  facets: FragmentType<typeof moreFacets>;
  view: DirectoryView;
  onChange: ChangeView;
}

/** The filters that fewer readers need; they come after the first view. */
export function MoreFacets({ facets, view, onChange }: Props) {
  const { t } = useTranslation('facets');
  const format = useFormat();
  const options = optionsIn(format);
  const { unRegions, types, offers, seeks, mechanisms } = readFragment(moreFacets, facets);
  const exchanges = (counts: typeof offers) => counts.map(({ exchange, count }) => ({ value: exchange.id, label: exchange.label, count }));
  return (
    <>
      <Facet
        title={t('filters.type')}
        options={options(
          view.types,
          types.map(({ type, count }) => ({ value: type, label: t(`type.${type}`), count })),
        )}
        isOpen={view.types.length > 0}
        onToggle={(value) => onChange({ types: toggled(view.types, value as OrganisationType) })}
      />
      <Facet
        title={t('filters.offer')}
        options={options(view.offers, exchanges(offers))}
        isOpen={view.offers.length > 0}
        onToggle={(value) => onChange({ offers: toggled(view.offers, value) })}
      />
      <Facet
        title={t('filters.seek')}
        options={options(view.seeks, exchanges(seeks))}
        isOpen={view.seeks.length > 0}
        onToggle={(value) => onChange({ seeks: toggled(view.seeks, value) })}
      />
      <Facet
        title={t('filters.mechanism')}
        options={options(
          view.mechanisms,
          mechanisms.map(({ mechanism, count }) => ({ value: mechanism, label: t(`mechanism.${mechanism}`), count })),
        )}
        isOpen={view.mechanisms.length > 0}
        onToggle={(value) => onChange({ mechanisms: toggled(view.mechanisms, value as Mechanism) })}
      />
      <Facet
        title={t('filters.unRegion')}
        options={options(
          view.unRegions,
          unRegions.map(({ unRegion, count }) => ({ value: unRegion, label: t(`unRegion.${unRegion}`), count })),
        )}
        isOpen={view.unRegions.length > 0}
        onToggle={(value) => onChange({ unRegions: toggled(view.unRegions, value as UnRegion) })}
      />
    </>
  );
}
