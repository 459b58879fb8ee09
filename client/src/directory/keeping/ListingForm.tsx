import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import type { Listing } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { TroubleNotice, useAct } from '../../people/form/index.js';

const chooseListing = graphql(`
  mutation ChooseListing($input: ChooseListingInput!) {
    chooseListing(input: $input) {
      __typename
      ... on OrganisationKeeping {
        listing
      }
    }
  }
`);

const listings: readonly Listing[] = ['LISTED', 'MEMBERS', 'UNLISTED'];

interface Props {
  organisationId: string;
  listing: Listing;
  canChange: boolean;
  onChanged(words: string): void;
}

/** Who sees the organisation, and what each choice means. */
export function ListingForm({ organisationId, listing, canChange, onChanged }: Props) {
  const { t } = useTranslation('keeping');
  const { run, isRunning, trouble } = useAct(chooseListing);
  const [chosen, setChosen] = useState(listing);
  const choose = async () => {
    if (await run({ input: { organisationId, listing: chosen } })) onChanged(t('listing.done', { who: t(`listing.${chosen}`) }));
  };
  return (
    <section id="listing" aria-labelledby="listing-title">
      <div className="section__head">
        <h2 id="listing-title">{t('listing.title')}</h2>
        <span className="tag">{t(`listing.${listing}`)}</span>
      </div>
      {canChange ? (
        <form
          className="stack form"
          onSubmit={(event) => {
            event.preventDefault();
            void choose();
          }}
        >
          <TroubleNotice trouble={trouble} />
          <fieldset className="stack field-group">
            <legend className="field__label">{t('listing.legend')}</legend>
            {listings.map((each) => (
              <label key={each} className="check">
                <input type="radio" name="listing" value={each} checked={chosen === each} onChange={() => setChosen(each)} />
                <span>
                  {t(`listing.${each}`)}
                  <span className="small quiet listing__means">{t(`listingMeans.${each}`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <p>
            <button type="submit" className="button" aria-disabled={isRunning || chosen === listing}>
              {t('listing.choose')}
            </button>
          </p>
        </form>
      ) : (
        <p className="small quiet">{t(`listingMeans.${listing}`)}</p>
      )}
    </section>
  );
}
