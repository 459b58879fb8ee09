import { type ReactNode, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import type { ProfileSection, ProfileSectionsFragment } from '../../generated/graphql.js';
import { Link } from '../../ui/Link.js';
import { useFormat, useLanguage } from '../../ui/format.js';
import { hostOf } from '../../ui/SourceMark.js';
import { addressOf } from '../directoryView.js';
import { Confirmation } from './Confirmation.js';
import { directionOf } from './codes.js';
import { filteredDirectory } from './filteredDirectory.js';

export const profileSections = graphql(`
  fragment ProfileSections on Organisation {
    id
    slug
    names {
      text
      language
      kind
    }
    type
    foundedIn
    identifiers {
      scheme
      value
    }
    themes {
      basis
      theme {
        id
        label(language: $language)
      }
    }
    mechanisms
    countriesOfWork
    languages
    offers {
      id
      label(language: $language)
    }
    seeks {
      id
      label(language: $language)
    }
    website
    descriptions {
      language
      text
    }
    confirmations {
      section
      confirmedOn
      confirmAgainOn
    }
  }
`);

interface Props {
  organisation: FragmentType<typeof profileSections>;
  /** What can be done with a section, below its rows. */
  children?: (section: ProfileSection) => ReactNode;
}

const shownSections = ['IDENTITY', 'WORK', 'EXCHANGE', 'PRESENCE'] as const;

/** What an organisation says of itself, section by section, each with the day on which it confirmed it. */
export function ProfileSections({ organisation, children }: Props) {
  const { t } = useTranslation('keeping');
  const profile = readFragment(profileSections, organisation);
  const rows = {
    IDENTITY: <IdentityRows profile={profile} />,
    WORK: <WorkRows profile={profile} />,
    EXCHANGE: <ExchangeRows profile={profile} />,
    PRESENCE: <PresenceRows profile={profile} />,
  };
  return shownSections.map((section) => (
    <section key={section} id={section.toLowerCase()} aria-labelledby={`${section}-title`}>
      <div className="section__head">
        <h2 id={`${section}-title`}>{t(`section.${section}`)}</h2>
        <Confirmation confirmations={profile.confirmations} section={section} />
      </div>
      <dl className="fact-list">{rows[section]}</dl>
      {children?.(section)}
    </section>
  ));
}

type Shown = { profile: ProfileSectionsFragment };

function IdentityRows({ profile: { id, names, type, foundedIn, identifiers } }: Shown) {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  return (
    <>
      <Row id={id} term={t('field.NAMES')} section="IDENTITY">
        {names.length > 0 && (
          <ul className="plain-list">
            {names.map((name) => (
              <li key={`${name.text} ${name.language}`}>
                <span lang={name.language ?? undefined} dir={directionOf(name.language)}>
                  {name.text}
                </span>{' '}
                <span className="small quiet">
                  {[name.language && format.language(name.language), t(`nameKind.${name.kind}`)].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Row>
      <Row id={id} term={t('field.TYPE')} section="IDENTITY">
        {type && t(`type.${type}`)}
      </Row>
      <Row id={id} term={t('field.FOUNDED_IN')} section="IDENTITY">
        {foundedIn}
      </Row>
      <Row id={id} term={t('field.IDENTIFIERS')} section="IDENTITY">
        {identifiers.length > 0 && (
          <ul className="plain-list">
            {identifiers.map(({ scheme, value }) => (
              <li key={scheme}>
                {t(`scheme.${scheme}`)} <bdi>{value}</bdi>
              </li>
            ))}
          </ul>
        )}
      </Row>
    </>
  );
}

function WorkRows({ profile: { id, themes, mechanisms, countriesOfWork, languages } }: Shown) {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const isRead = themes.length > 0 && themes.every(({ basis }) => basis === 'NAME');
  return (
    <>
      <Row id={id} term={t('field.THEMES')} section="WORK">
        {themes.length > 0 && (
          <>
            <ul className="tags">
              {themes.map(({ theme }) => (
                <li key={theme.id}>
                  <Link className="tag" to={filteredDirectory('theme', theme.id)}>
                    {theme.label}
                  </Link>
                </li>
              ))}
            </ul>
            {isRead && (
              <p className="small quiet">
                {t('profile.themesRead')} <Mend id={id} section="WORK" />
              </p>
            )}
          </>
        )}
      </Row>
      <Row id={id} term={t('field.MECHANISMS')} section="WORK">
        {mechanisms.length > 0 && (
          <ul className="plain-list">
            {mechanisms.map((mechanism) => (
              <li key={mechanism}>{t(`mechanism.${mechanism}`)}</li>
            ))}
          </ul>
        )}
      </Row>
      <Row id={id} term={t('field.COUNTRIES_OF_WORK')} section="WORK">
        {countriesOfWork.length > 0 && (
          <ul className="tags">
            {countriesOfWork.map((country) => (
              <li key={country}>
                <Link className="tag" to={addressOf({ countries: [country] })}>
                  {format.country(country)}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Row>
      <Row id={id} term={t('field.LANGUAGES')} section="WORK">
        {languages.length > 0 && format.list(languages.map((code) => format.language(code)))}
      </Row>
    </>
  );
}

function ExchangeRows({ profile: { id, offers, seeks } }: Shown) {
  const { t } = useTranslation('keeping');
  const listed = (exchanges: typeof offers, name: 'offer' | 'seek') =>
    exchanges.length > 0 && (
      <ul className="tags">
        {exchanges.map((exchange) => (
          <li key={exchange.id}>
            <Link className="tag" to={filteredDirectory(name, exchange.id)}>
              {exchange.label}
            </Link>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <Row id={id} term={t('field.OFFERS')} section="EXCHANGE">
        {listed(offers, 'offer')}
      </Row>
      <Row id={id} term={t('field.SEEKS')} section="EXCHANGE">
        {listed(seeks, 'seek')}
      </Row>
    </>
  );
}

function PresenceRows({ profile: { id, website, descriptions } }: Shown) {
  const { t } = useTranslation('keeping');
  return (
    <>
      <Row id={id} term={t('field.WEBSITE')} section="PRESENCE">
        {website && (
          <a href={website} rel="noreferrer" dir="ltr">
            {hostOf(website)}
          </a>
        )}
      </Row>
      <Row id={id} term={t('field.DESCRIPTIONS')} section="PRESENCE">
        {descriptions.length > 0 && <Descriptions descriptions={descriptions} />}
      </Row>
    </>
  );
}

/** The description in the reader's language, else in English, else the first; the others are one key away. */
function Descriptions({ descriptions }: { descriptions: ProfileSectionsFragment['descriptions'] }) {
  const { t } = useTranslation('keeping');
  const format = useFormat();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string>();
  const find = (code: string | undefined) => descriptions.find((each) => each.language === code);
  const shown = find(chosen) ?? find(language) ?? find('en') ?? descriptions[0];
  if (!shown) return null;
  return (
    <div className="stack descriptions">
      <p lang={shown.language} dir={directionOf(shown.language)} className="description">
        {shown.text}
      </p>
      {descriptions.length > 1 && (
        <ul className="tags" aria-label={t('profile.otherLanguages')}>
          {descriptions.map(({ language: code }) => (
            <li key={code}>
              <button type="button" className="tag tag--button" aria-pressed={code === shown.language} onClick={() => setChosen(code)}>
                {format.language(code)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** One row; what is not stated is said so, with the way to mend it. */
function Row({ id, term, section, children }: { id: string; term: string; section: ProfileSection; children: ReactNode }) {
  const { t } = useTranslation('keeping');
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children || (
          <>
            <span className="not-stated">{t('profile.notStated')}</span> <Mend id={id} section={section} about={term} />
          </>
        )}
      </dd>
    </div>
  );
}

function Mend({ id, section, about }: { id: string; section: ProfileSection; about?: string }) {
  const { t } = useTranslation('keeping');
  return (
    <Link
      className="small"
      to={`/organisation/profile?of=${id}#${section.toLowerCase()}`}
      aria-label={about && t('profile.mendAbout', { about })}
    >
      {t('profile.mend')}
    </Link>
  );
}
