import './home.css';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useNavigate } from 'react-router';
import { QueryFailure } from '../../api/QueryFailure.js';
import { addressOf, LazyStillMap, MapRoom, placesOnMap } from '../../directory/index.js';
import { graphql, readFragment } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { SearchIcon } from '../../ui/icons.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Sentence } from '../../ui/Sentence.js';
import { Bones } from '../../ui/states.js';
import { NetworkSeats } from './NetworkSeats.js';
import { RegionBars } from './RegionBars.js';

const homeQuery = graphql(`
  query Home {
    network {
      foundedIn
      seat
      ...NetworkSeats
    }
    organisations(first: 1) {
      totalCount
      unplacedCount
      facets {
        ...RegionBars
      }
      ...PlacesOnMap
    }
  }
`);

/** Takes as much room as the year that will come. */
const likelyYear = 2000;

/** The first page: what this network is, a way to find a peer, and where they all are. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { t: inDirectory } = useTranslation('directory');
  const { data, error, refetch } = useQuery(homeQuery);
  const seat = data?.network.seat === 'Geneva' ? t('seat.geneva') : data?.network.seat;
  const organisations = data?.organisations;
  const onMap = readFragment(placesOnMap, organisations);

  return (
    <>
      <section className="hero">
        <div className="wrap hero__inner">
          <div className="hero__text">
            <PageHeading title={t('title')} className="hero__heading" />
            <p className={data ? 'lede' : 'lede is-to-come'}>
              {t('lede', { seat: seat ?? t('seat.geneva'), year: data?.network.foundedIn ?? likelyYear })}
            </p>
            <HomeSearch />
            <p className="small quiet hero__starts">
              <span>{t('start.label')}</span>
              <Link to={addressOf({ regions: ['AFRICA'] })}>{inDirectory('region.AFRICA')}</Link>
              <Link to={addressOf({ regions: ['ASIA_AND_PACIFIC'] })}>{inDirectory('region.ASIA_AND_PACIFIC')}</Link>
              <Link to={addressOf({ levels: ['REGIONAL'] })}>{t('start.regional')}</Link>
            </p>
          </div>
          {data ? <NetworkSeats network={data.network} /> : <div className="seats seats--to-come" />}
        </div>
      </section>

      <section className="band" aria-labelledby="where">
        <div className="wrap where">
          <div className="where__side">
            <h2 id="where">{t('where.title')}</h2>
            {error ? (
              <QueryFailure error={error} onRetry={() => void refetch()} />
            ) : organisations && onMap ? (
              <>
                <p className="quiet">
                  <Sentence
                    text={t('where.lists', {
                      organisations: inDirectory('organisations.counted', { count: organisations.totalCount }),
                      countries: inDirectory('map.countries', { count: onMap.places.length }),
                    })}
                    marked={{ toAll: numberLinkTo('/directory'), toMap: numberLinkTo('/map') }}
                  />{' '}
                  {organisations.unplacedCount > 0 && (
                    <Sentence
                      text={t('where.unplaced', { count: organisations.unplacedCount })}
                      marked={{ toThem: numberLinkTo(addressOf({ withoutCountry: true })) }}
                    />
                  )}
                </p>
                <RegionBars facets={organisations.facets} />
              </>
            ) : (
              <Bones lines={9} />
            )}
          </div>
          <figure>
            {onMap ? <LazyStillMap places={onMap.points ?? onMap.places} /> : <MapRoom />}
            <figcaption className="figure-foot">
              <span className="tiny">{t('where.foot')}</span>
              <Link className="small" to="/map">
                {inDirectory('map.open')}
              </Link>
            </figcaption>
          </figure>
        </div>
      </section>
    </>
  );
}

function numberLinkTo(address: string) {
  return (words: string) => (
    <Link className="number" to={address}>
      {words}
    </Link>
  );
}

function HomeSearch() {
  const { t } = useTranslation('home');
  const { t: inDirectory } = useTranslation('directory');
  const navigate = useNavigate();
  return (
    <form
      className="hero__search"
      role="search"
      action="/directory"
      onSubmit={(event) => {
        event.preventDefault();
        const words = new FormData(event.currentTarget).get('q');
        void navigate(addressOf({ search: typeof words === 'string' ? words.trim() : '' }));
      }}
    >
      <div className="search-box">
        <SearchIcon />
        <label className="visually-hidden" htmlFor="home-search">
          {inDirectory('search.label')}
        </label>
        <input className="input" id="home-search" type="search" name="q" maxLength={200} placeholder={inDirectory('search.placeholder')} />
      </div>
      <button type="submit" className="button button--primary">
        {t('search.find')}
      </button>
    </form>
  );
}
