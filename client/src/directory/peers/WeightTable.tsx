import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';

const weightTable = graphql(`
  fragment WeightTable on PeerWeight {
    code
    points
    most
  }
`);

/** How the points come about: what each reason gives, and how often it counts. Nothing else orders peers. */
export function WeightTable({ weights }: { weights: readonly FragmentType<typeof weightTable>[] }) {
  const { t } = useTranslation('peers');
  const format = useFormat();
  const rows = readFragment(weightTable, weights);
  return (
    <section aria-labelledby="weights">
      <h2 id="weights" className="aside-title">
        {t('weights.title')}
      </h2>
      <p className="small">{t('weights.text')}</p>
      <table className="table small">
        <thead>
          <tr>
            <th scope="col">{t('weights.reason')}</th>
            <th scope="col">{t('weights.points')}</th>
            <th scope="col">{t('weights.most')}</th>
          </tr>
        </thead>
        <tbody>
          {[...rows]
            .sort((one, other) => other.points * other.most - one.points * one.most)
            .map(({ code, points, most }) => (
              <tr key={code}>
                <th scope="row">{t(`reason.${code}`)}</th>
                <td>{format.number(points)}</td>
                <td>{format.number(most)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
