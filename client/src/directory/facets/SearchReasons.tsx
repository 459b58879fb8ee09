import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';

const searchReasons = graphql(`
  fragment SearchReasons on OrganisationEdge {
    reasons {
      kind
      text
      isNearly
      country
      region
      unRegion
      theme {
        id
        label(language: $language)
      }
    }
  }
`);

export type SearchReasonsData = FragmentType<typeof searchReasons>;

/** How many are said; the weightiest come first. */
const most = 3;

/** Why the search has found an organisation, in a few words; nothing where nothing was searched. */
export function SearchReasons({ edge }: { edge: SearchReasonsData }) {
  const { t } = useTranslation('facets');
  const { t: inDirectory } = useTranslation('directory');
  const format = useFormat();
  const { reasons } = readFragment(searchReasons, edge);
  if (reasons.length === 0) return null;
  const said = reasons.slice(0, most).map(({ kind, text, isNearly, country, region, unRegion, theme }) => {
    const where = t(`found.${kind}`);
    const what =
      theme?.label ??
      (country
        ? format.country(country)
        : region
          ? inDirectory(`region.${region}`)
          : unRegion
            ? t(`unRegion.${unRegion}`)
            : kind === 'NAME'
              ? ''
              : text);
    const words = what ? t('found.in', { where, what }) : where;
    return isNearly ? t('found.nearly', { words }) : words;
  });
  return (
    <span className="search-reasons">
      <bdi>{t('found.because', { reasons: format.list([...new Set(said)]) })}</bdi>
    </span>
  );
}
