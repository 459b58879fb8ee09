import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useChildWords } from './useChildWords.js';

const advisorCounts = graphql(`
  fragment AdvisorCounts on ChildAdvisorCounts {
    total
    byRegion {
      region
      count
    }
    byAgeBand {
      ageBand
      count
    }
  }
`);

/** How many are shown to the reader, in steps of five; what is under five is said to be so, and never how many. */
export function AdvisorCounts({ counts }: { counts: FragmentType<typeof advisorCounts> }) {
  const { t } = useChildWords();
  const { total, byRegion, byAgeBand } = readFragment(advisorCounts, counts);
  const told = (count: number | null | undefined) =>
    count == null ? <span className="not-stated">{t('counts.tooFew')}</span> : t('counts.atLeast', { least: count });
  const rows = [
    { key: 'all', label: t('counts.all'), count: total },
    ...byAgeBand.map(({ ageBand, count }) => ({ key: ageBand, label: t(`ageBand.${ageBand}`), count })),
    ...byRegion.map(({ region, count }) => ({ key: region, label: t(`region.${region}`), count })),
  ];
  return (
    <section aria-labelledby="counts">
      <h2 id="counts" className="aside-title">
        {t('counts.title')}
      </h2>
      <dl className="fact-list small">
        {rows.map(({ key, label, count }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{told(count)}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet more">{t('counts.text')}</p>
    </section>
  );
}
