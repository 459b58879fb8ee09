import type { TFunction } from 'i18next';
import type { Format } from '../ui/format.js';
import type { DirectoryView } from './directoryView.js';

/** One filter that is on: its words, and the change that takes it away. */
export interface ChosenFilter {
  readonly key: string;
  readonly label: string;
  readonly without: Partial<DirectoryView>;
}

/** The filters of a view, the search first. Networks, themes and exchanges are named by what the facets say of them, else by their short names. */
export function chosenFilters(
  view: DirectoryView,
  t: TFunction<'directory'>,
  inFacets: TFunction<'facets'>,
  format: Format,
  networkNames: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string> = new Map(),
): ChosenFilter[] {
  const each = <T extends string>(
    name: string,
    values: readonly T[],
    labelOf: (value: T) => string,
    without: (rest: T[]) => Partial<DirectoryView>,
  ) =>
    values.map((value) => ({
      key: `${name} ${value}`,
      label: labelOf(value),
      without: without(values.filter((other) => other !== value)),
    }));
  return [
    ...(view.search ? [{ key: 'search', label: t('search.words', { words: view.search }), without: { search: '' } }] : []),
    ...each(
      'region',
      view.regions,
      (region) => t(`region.${region}`),
      (regions) => ({ regions }),
    ),
    ...each(
      'theme',
      view.themes,
      (id) => labels.get(id) ?? id,
      (themes) => ({ themes }),
    ),
    ...each('country', view.countries, format.country, (countries) => ({ countries })),
    ...each(
      'un-region',
      view.unRegions,
      (group) => inFacets(`unRegion.${group}`),
      (unRegions) => ({ unRegions }),
    ),
    ...(view.withoutCountry ? [{ key: 'unplaced', label: t('region.notStated'), without: { withoutCountry: false } }] : []),
    ...each(
      'level',
      view.levels,
      (level) => t(`level.${level}`),
      (levels) => ({ levels }),
    ),
    ...each(
      'network',
      view.networks,
      (slug) => networkNames.get(slug) ?? slug,
      (networks) => ({ networks }),
    ),
    ...each(
      'type',
      view.types,
      (type) => inFacets(`type.${type}`),
      (types) => ({ types }),
    ),
    ...each('language', view.languages, format.language, (languages) => ({ languages })),
    ...each(
      'mechanism',
      view.mechanisms,
      (mechanism) => inFacets(`mechanism.${mechanism}`),
      (mechanisms) => ({ mechanisms }),
    ),
    ...each(
      'offer',
      view.offers,
      (id) => inFacets('offers.chosen', { what: labels.get(id) ?? id }),
      (offers) => ({ offers }),
    ),
    ...each(
      'seek',
      view.seeks,
      (id) => inFacets('seeks.chosen', { what: labels.get(id) ?? id }),
      (seeks) => ({ seeks }),
    ),
    ...each(
      'confidence',
      view.confidences,
      (confidence) => t(`confidence.${confidence}`),
      (confidences) => ({ confidences }),
    ),
    ...(view.within ? [{ key: 'box', label: t('map.inBox'), without: { within: undefined } }] : []),
    ...(view.knownBy === undefined
      ? []
      : [{ key: 'year', label: t('map.knownBy', { year: String(view.knownBy) }), without: { knownBy: undefined } }]),
    ...(view.withoutKnownDay ? [{ key: 'undated', label: t('map.withoutKnownDay'), without: { withoutKnownDay: false } }] : []),
  ];
}
