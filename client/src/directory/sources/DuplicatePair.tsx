import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { NamedSource } from '../../ui/SourceMark.js';

const duplicateEntry = graphql(`
  fragment DuplicateEntry on Organisation {
    id
    slug
    name
    acronym
    level
    country
    affiliations {
      network
      sourceUrl
    }
  }
`);

type Entry = FragmentType<typeof duplicateEntry>;

/** Two entries in two columns, field by field; a field in which they differ is marked. */
export function DuplicatePair({ left, right }: { left: Entry; right: Entry }) {
  const { t: inOrganisation } = useTranslation('organisation');
  const { t: inDirectory } = useTranslation('directory');
  const format = useFormat();
  const pair = [readFragment(duplicateEntry, left), readFragment(duplicateEntry, right)];
  const rows = [
    { term: inOrganisation('facts.acronym'), values: pair.map(({ acronym }) => acronym ?? inOrganisation('facts.notStated')) },
    {
      term: inOrganisation('facts.country'),
      values: pair.map(({ country }) => (country ? format.country(country) : inDirectory('country.notStated'))),
    },
    { term: inOrganisation('facts.level'), values: pair.map(({ level }) => inDirectory(`level.${level}`)) },
    {
      term: inDirectory('column.networks'),
      values: pair.map(({ affiliations }) => affiliations.map(({ network }) => network).join(' · ')),
    },
  ];
  return (
    <div className="table-box">
      <table className="table pair">
        <thead>
          <tr>
            <th scope="col">{inOrganisation('facts.name')}</th>
            {pair.map(({ id, slug, name }) => (
              <th key={id} scope="col" className="pair__name">
                <Link to={`/organisations/${slug}`}>
                  <bdi>{name}</bdi>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ term, values }) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              {values.map((value, index) => (
                <td key={index} className={values[0] === values[1] ? undefined : 'pair__differs'}>
                  <bdi>{value}</bdi>
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{inDirectory('column.source')}</th>
            {pair.map(({ id, affiliations }) => (
              <td key={id}>
                <ul>
                  {[...new Set(affiliations.map(({ sourceUrl }) => sourceUrl))].map((url) => (
                    <li key={url}>
                      <NamedSource url={url} />
                    </li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
