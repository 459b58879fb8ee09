import '../directory.css';
import './organisation.css';
import '../keeping/keeping.css';
import { useQuery } from '@apollo/client/react';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { Navigate, useParams } from 'react-router';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { Boundary } from '../../ui/Boundary.js';
import { Breadcrumb } from '../../ui/Breadcrumb.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { SourceMark } from '../../ui/SourceMark.js';
import { Bones } from '../../ui/states.js';
import { useInSteps } from '../../ui/useInSteps.js';
import { addressOf } from '../directoryView.js';
import { ProfileHistory } from '../keeping/ProfileHistory.js';
import { ProfileSections } from '../keeping/ProfileSections.js';
import { OrganisationMark } from '../OrganisationMark.js';
import { Trust } from '../Trust.js';
import { PeerList } from '../peers/PeerList.js';
import { AffiliationTable } from './AffiliationTable.js';
import { OrganisationNotFound } from './OrganisationNotFound.js';
import { WhenToCall } from './WhenToCall.js';

const PlaceMap = lazy(() => import('./PlaceMap.js').then((module) => ({ default: module.PlaceMap })));

const organisationQuery = graphql(`
  query Organisation($slug: String!, $language: Language) {
    organisation(slug: $slug) {
      id
      slug
      name
      acronym
      level
      country
      region
      confidence
      isFictional
      recordReadOn
      confirmations {
        confirmedOn
      }
      place {
        latitude
        longitude
        precision
        region
        city
      }
      affiliations {
        network
        networkSlug
        sourceUrl
      }
      ...AffiliationTable
      ...ProfileSections
    }
  }
`);

/** One organisation: what is known of it and by which source, its networks, its place, whom to meet next. */
export function OrganisationPage() {
  const { slug = '' } = useParams();
  const { t } = useTranslation('organisation');
  const { t: inDirectory } = useTranslation('directory');
  const format = useFormat();
  const language = useLabelLanguage();
  const { data: answer, error, refetch } = useQuery(organisationQuery, { variables: { slug, language } });
  const data = useInSteps(answer);

  if (error) {
    return (
      <div className="wrap page-head">
        <PageHeading title={t('organisation.failed')} />
        <QueryFailure error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) {
    return (
      <div className="wrap page-head">
        <h1 className="visually-hidden">{t('organisation.loading')}</h1>
        <Bones lines={10} />
      </div>
    );
  }
  const { organisation } = data;
  if (!organisation) return <OrganisationNotFound slug={slug} />;
  // The address of an entry that was merged into another one.
  if (organisation.slug !== slug) return <Navigate replace to={`/organisations/${organisation.slug}`} />;

  const { name, acronym, level, country, region, place, confidence, isFictional, recordReadOn, affiliations } = organisation;
  const confirmedOn = organisation.confirmations
    .map((confirmation) => confirmation.confirmedOn)
    .sort()
    .at(-1);
  const source = affiliations[0]?.sourceUrl;
  const mark = source && <SourceMark url={source} readOn={recordReadOn} />;
  const countryName = country && format.country(country);
  const area = place?.city ?? place?.region;
  const pictured = area ? t('place.pictureOf', { area, country: countryName }) : t('place.picture', { country: countryName });
  const sourceCount = new Set(affiliations.map(({ sourceUrl }) => sourceUrl)).size;
  return (
    <>
      <Breadcrumb
        steps={[
          { label: inDirectory('title'), to: '/directory' },
          ...(region ? [{ label: inDirectory(`region.${region}`), to: addressOf({ regions: [region] }) }] : []),
          { label: name },
        ]}
      />
      <article className="wrap">
        <header className="page-head organisation-head">
          <OrganisationMark name={name} level={level} isFictional={isFictional} size="large" />
          <div className="stack organisation-head__text">
            <PageHeading title={name}>
              <bdi>{name}</bdi>
            </PageHeading>
            <p className="lede">
              {t(`kind.${level}`)} · {countryName ?? inDirectory('country.notStated')}
            </p>
            <p className="record-day">
              {inDirectory('record.readOn')} <time dateTime={recordReadOn}>{format.day(recordReadOn)}</time>{' '}
              <span className="tag">
                {confirmedOn ? t('organisation.confirmedOn', { day: format.day(confirmedOn) }) : t('organisation.notConfirmed')}
              </span>
              {isFictional && <span className="tag tag--line">{inDirectory('fictional')}</span>}
            </p>
          </div>
        </header>
        {isFictional && <p className="notice">{t('organisation.fictional')}</p>}
        <div className="stats organisation-stats">
          <p className="stat">
            <a className="number number--middle" href="#affiliations">
              {format.number(affiliations.length)}
            </a>
            <span className="stat__label">{t('stats.networks', { count: affiliations.length })}</span>
          </p>
          <p className="stat">
            <a className="number number--middle" href="#affiliations">
              {format.number(sourceCount)}
            </a>
            <span className="stat__label">{t('stats.sources', { count: sourceCount })}</span>
          </p>
        </div>
        <div className="split section">
          <div className="stack organisation-main">
            <section aria-labelledby="facts">
              <div className="section__head">
                <h2 id="facts">{t('facts.title')}</h2>
              </div>
              <dl className="fact-list">
                <Fact term={t('facts.name')}>
                  <bdi>{name}</bdi> {mark}
                </Fact>
                <Fact term={t('facts.acronym')}>
                  {acronym && (
                    <>
                      <bdi>{acronym}</bdi> {mark}
                    </>
                  )}
                </Fact>
                <Fact term={t('facts.level')}>
                  <Link to={addressOf({ levels: [level] })}>{inDirectory(`level.${level}`)}</Link> {mark}
                </Fact>
                <Fact term={t('facts.country')}>
                  {country && (
                    <>
                      <Link to={addressOf({ countries: [country] })}>{countryName}</Link> {mark}
                    </>
                  )}
                </Fact>
                <Fact term={t('facts.region')}>
                  {region && <Link to={addressOf({ regions: [region] })}>{inDirectory(`region.${region}`)}</Link>}
                </Fact>
                <Fact term={t('facts.place')} missing={t('place.none')}>
                  {place && [...new Set([place.city, place.region, t(`precision.${place.precision}`)])].filter(Boolean).join(' · ')}
                </Fact>
                <Fact term={t('facts.confidence')}>
                  <Trust confidence={confidence} />
                </Fact>
                <Fact term={t('facts.confirmed')} missing={t('facts.notYet')}>
                  {confirmedOn && <time dateTime={confirmedOn}>{format.day(confirmedOn)}</time>}
                </Fact>
              </dl>
            </section>
            <section aria-labelledby="affiliations">
              <div className="section__head">
                <h2 id="affiliations">{t('affiliations.title')}</h2>
              </div>
              <AffiliationTable organisation={organisation} />
            </section>
            <ProfileSections organisation={organisation} />
            <ProfileHistory slug={slug} />
          </div>
          <aside className="stack organisation-side">
            {place && countryName ? (
              <figure>
                <Boundary fallback={<p className="small quiet">{inDirectory('map.failed')}</p>}>
                  <Suspense fallback={<div className="place-map place-map--room" />}>
                    <PlaceMap latitude={place.latitude} longitude={place.longitude} label={pictured} />
                  </Suspense>
                </Boundary>
                <figcaption className="tiny quiet">{t(`place.${place.precision}`)}</figcaption>
              </figure>
            ) : (
              <p className="panel small">{t('place.none')}</p>
            )}
            {country && <WhenToCall country={country} />}
            <PeerList slug={slug} />
          </aside>
        </div>
      </article>
    </>
  );
}

/** One row of facts; what no source states is said so, in its row. */
function Fact({ term, missing, children }: { term: string; missing?: string; children: ReactNode }) {
  const { t } = useTranslation('organisation');
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children || <span className="not-stated">{missing ?? t('facts.notStated')}</span>}</dd>
    </div>
  );
}
