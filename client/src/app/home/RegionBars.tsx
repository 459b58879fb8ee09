import { useTranslation } from '../../ui/useTranslation.js';
import { addressOf } from '../../directory/index.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';

const regionBars = graphql(`
  fragment RegionBars on OrganisationFacets {
    regions {
      region
      count
    }
  }
`);

/** How many organisations work in each region, the most numerous first; each number leads to its list. */
export function RegionBars({ facets }: { facets: FragmentType<typeof regionBars> }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const regions = [...readFragment(regionBars, facets).regions]
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
  const largest = regions[0]?.count ?? 1;
  return (
    <ul className="region-bars">
      {regions.map(({ region, count }) => (
        <li key={region}>
          <Link to={addressOf({ regions: [region] })}>
            <span>{t(`region.${region}`)}</span>
            <b className="numerals">{format.number(count)}</b>
            <i style={{ inlineSize: `${(count / largest) * 100}%` }} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
