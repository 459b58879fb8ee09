import '../directory.css';
import '../organisation/organisation.css';
import './keeping.css';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useLocation, useSearchParams } from 'react-router';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import type { KeptOrganisationFragment, ProfileSection } from '../../generated/graphql.js';
import { graphql, readFragment } from '../../generated/index.js';
import { hasDraft, SignInFirst } from '../../people/form/index.js';
import { Link } from '../../ui/Link.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones, ForbiddenState } from '../../ui/states.js';
import { Confirmation } from './Confirmation.js';
import { ConfirmButton } from './ConfirmButton.js';
import { keptOrganisation } from './keptOrganisation.js';
import { ListingForm } from './ListingForm.js';
import { PlaceForm } from './PlaceForm.js';
import { ProfileSections, profileSections } from './ProfileSections.js';
import { Proposals } from './Proposals.js';
import { type ChangeableSection, SectionForm } from './SectionForm.js';

const keepingQuery = graphql(`
  query Keeping($of: ID!, $language: Language) {
    viewer {
      person {
        id
      }
      seats {
        id
        organisationId
      }
    }
    keepingOf(organisationId: $of) {
      listing
      viewerCanChange
      viewerCanPropose
      seat {
        street
        city
        region
      }
      organisation {
        ...KeptOrganisation
      }
      proposals {
        id
        ...KeptProposal
      }
    }
    themes {
      id
      label(language: $language)
    }
    exchanges {
      id
      label(language: $language)
    }
  }
`);

const viewerSeats = graphql(`
  query SeatsHeld {
    viewer {
      person {
        id
      }
      seats {
        id
        organisationId
      }
    }
  }
`);

/** The profile of one's own organisation, or of the one that the address names: read, change, confirm, answer proposals, choose who sees it. */
export function KeepingPage() {
  const { t } = useTranslation('keeping');
  const [query] = useSearchParams();
  const named = query.get('of');
  const held = useQuery(viewerSeats, { skip: named !== null });
  const of = named ?? held.data?.viewer?.seats[0]?.organisationId;
  if (of) return <KeepingOf key={of} of={of} />;
  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={t('page.title')} />
      </header>
      {held.error ? (
        <QueryFailure isWholePage error={held.error} onRetry={() => void held.refetch()} />
      ) : !held.data ? (
        <Bones lines={10} />
      ) : !held.data.viewer ? (
        <SignInFirst />
      ) : (
        <ForbiddenState isWholePage title={t('page.noSeat')}>
          <p>{t('page.noSeatText')}</p>
        </ForbiddenState>
      )}
    </div>
  );
}

function KeepingOf({ of }: { of: string }) {
  const { t } = useTranslation('keeping');
  const language = useLabelLanguage();
  const { data, error, refetch } = useQuery(keepingQuery, { variables: { of, language }, fetchPolicy: 'cache-and-network' });
  const [said, setSaid] = useState('');
  const keeping = data?.keepingOf;
  const organisation = readFragment(keptOrganisation, keeping?.organisation);
  useScrollToHash(organisation !== undefined && organisation !== null);
  const changed = (words: string) => {
    setSaid(words);
    void refetch();
  };
  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={organisation ? t('page.of', { name: organisation.name }) : t('page.title')} />
        <p className="lede">{keeping?.viewerCanPropose && !keeping.viewerCanChange ? t('page.textSecretariat') : t('page.text')}</p>
        {organisation && (
          <p className="row small">
            <Link to={`/organisations/${organisation.slug}`}>{t('page.seen')}</Link>
            <Link to={`/organisation?of=${of}`}>{t('page.seats')}</Link>
          </p>
        )}
      </header>
      {error && !data ? (
        <QueryFailure isWholePage error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Bones lines={12} />
      ) : !data.viewer ? (
        <SignInFirst />
      ) : !keeping || !organisation ? (
        <ForbiddenState isWholePage title={t('page.closed')}>
          <p>{t('page.closedText')}</p>
        </ForbiddenState>
      ) : (
        <div className="stack organisation-main keeping">
          <p role="status" className={said ? 'notice' : undefined}>
            {said}
          </p>
          <Proposals proposals={keeping.proposals} onChanged={changed} />
          <Sections
            key={organisation.id}
            organisation={organisation}
            vocabulary={data}
            personId={data.viewer.person.id}
            canChange={keeping.viewerCanChange}
            canPropose={keeping.viewerCanPropose}
            onChanged={changed}
          />
          <PlaceForm organisation={organisation} seat={keeping.seat ?? null} canChange={keeping.viewerCanChange} onChanged={changed} />
          <ListingForm organisationId={organisation.id} listing={keeping.listing} canChange={keeping.viewerCanChange} onChanged={changed} />
        </div>
      )}
    </div>
  );
}

interface SectionsProps {
  organisation: KeptOrganisationFragment;
  vocabulary: Parameters<typeof SectionForm>[0]['vocabulary'];
  personId: string;
  canChange: boolean;
  canPropose: boolean;
  onChanged(words: string): void;
}

/** Each section as others see it, with its form and its confirmation below. */
function Sections({ organisation, vocabulary, personId, canChange, canPropose, onChanged }: SectionsProps) {
  const { t } = useTranslation('keeping');
  const mode = canChange ? 'change' : 'propose';
  const draftOf = (section: ProfileSection) => `${mode} ${section} ${organisation.id} ${personId}`;
  const [open, setOpen] = useState<ChangeableSection | undefined>(() =>
    (['IDENTITY', 'WORK', 'EXCHANGE', 'PRESENCE'] as const).find((section) => hasDraft(draftOf(section))),
  );
  const { confirmations } = readFragment(profileSections, organisation);
  const done = (words: string) => {
    setOpen(undefined);
    onChanged(words);
  };
  const versions = {
    IDENTITY: organisation.identityVersion,
    WORK: organisation.workVersion,
    EXCHANGE: organisation.exchangeVersion,
    PRESENCE: organisation.presenceVersion,
    AFFILIATIONS: organisation.affiliationsVersion,
  };
  const confirm = (section: ProfileSection) =>
    canChange && (
      <ConfirmButton
        organisationId={organisation.id}
        section={section}
        version={versions[section]}
        onDone={() => done(t('confirmation.done', { section: t(`section.${section}`) }))}
      />
    );
  return (
    <>
      <ProfileSections organisation={organisation}>
        {(section) => {
          if (section === 'AFFILIATIONS' || !(canChange || canPropose)) return null;
          if (open === section) {
            return (
              <SectionForm
                section={section}
                mode={mode}
                organisation={organisation}
                vocabulary={vocabulary}
                draft={draftOf(section)}
                onClose={() => setOpen(undefined)}
                onDone={() => done(t(canChange ? 'form.saved' : 'form.proposed', { section: t(`section.${section}`) }))}
              />
            );
          }
          return (
            <div className="row keeping__acts">
              <button
                type="button"
                className="button"
                aria-label={t(canChange ? 'form.openOf' : 'form.openProposalOf', { section: t(`section.${section}`) })}
                onClick={() => setOpen(section)}
              >
                {t(canChange ? 'form.open' : 'form.openProposal')}
              </button>
              {confirm(section)}
            </div>
          );
        }}
      </ProfileSections>
      <section id="affiliations" aria-labelledby="affiliations-title">
        <div className="section__head">
          <h2 id="affiliations-title">{t('section.AFFILIATIONS')}</h2>
          <Confirmation confirmations={confirmations} section="AFFILIATIONS" />
        </div>
        <p className="small quiet">{t('affiliations.keptBySecretariat')}</p>
        <div className="row keeping__acts">
          <Link className="button" to={`/organisations/${organisation.slug}#affiliations`}>
            {t('affiliations.see')}
          </Link>
          {confirm('AFFILIATIONS')}
        </div>
      </section>
    </>
  );
}

/** Brings the part of the page into view that the address names, once it is there. */
function useScrollToHash(isThere: boolean) {
  const { hash } = useLocation();
  useEffect(() => {
    if (isThere && hash.length > 1) document.getElementById(hash.slice(1))?.scrollIntoView?.();
  }, [isThere, hash]);
}
