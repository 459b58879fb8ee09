import { useTranslation } from '../ui/useTranslation.js';
import { graphql, readFragment, type FragmentType } from '../generated/index.js';
import { Link } from '../ui/Link.js';
import { useFormat } from '../ui/format.js';
import { SourceMark } from '../ui/SourceMark.js';
import { OrganisationMark } from './OrganisationMark.js';

const organisationLine = graphql(`
  fragment OrganisationLine on Organisation {
    id
    slug
    name
    acronym
    level
    country
    isFictional
    recordReadOn
    affiliations {
      network
      sourceUrl
    }
  }
`);

export type OrganisationLineData = FragmentType<typeof organisationLine>;

/** One organisation in a list: who, where, of which kind, in which networks, read where. */
export function OrganisationLine({ organisation }: { organisation: OrganisationLineData }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const { slug, name, acronym, level, country, isFictional, recordReadOn, affiliations } = readFragment(organisationLine, organisation);
  const source = affiliations[0]?.sourceUrl;
  return (
    <>
      <div className="organisation">
        <OrganisationMark name={name} level={level} isFictional={isFictional} />
        <div>
          <h3 className="organisation__name">
            <Link to={`/organisations/${slug}`}>
              <bdi>{name}</bdi>
            </Link>{' '}
            {acronym && !name.includes(acronym) && (
              <span className="organisation__acronym">
                <bdi>{acronym}</bdi>
              </span>
            )}{' '}
            {isFictional && <span className="tag tag--line">{t('fictional')}</span>}
          </h3>
          <p className="organisation__below">
            {country ? format.country(country) : t('country.notStated')} · {t(`level.${level}`)}
          </p>
        </div>
      </div>
      <p className="organisations__networks small">
        {affiliations.map(({ network }, index) => (
          <span key={network}>
            {index > 0 && ' · '}
            <bdi>{network}</bdi>
          </span>
        ))}
      </p>
      {source && <SourceMark url={source} readOn={recordReadOn} about={name} />}
    </>
  );
}
