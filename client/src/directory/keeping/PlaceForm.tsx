import { useQuery } from '@apollo/client/react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import type { KeepingQuery, KeptOrganisationFragment, PlacePrecision } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { ActForm, SelectField, TextField, type Typing } from '../../people/form/index.js';
import { useFormat } from '../../ui/format.js';

const choosePlace = graphql(`
  mutation ChoosePlace($input: ChoosePlaceInput!) {
    choosePlace(input: $input) {
      __typename
      ... on OrganisationKeeping {
        listing
        seat {
          street
          city
          region
        }
        organisation {
          id
          place {
            latitude
            longitude
            precision
            city
            region
          }
        }
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

const publishedPlaces = graphql(`
  query PublishedPlaces($country: String!, $precision: PlacePrecision!, $startingWith: String) {
    publishedPlaces(country: $country, precision: $precision, startingWith: $startingWith, first: 50) {
      id
      name
      region
    }
  }
`);

const precisions: readonly PlacePrecision[] = ['CITY', 'REGION', 'COUNTRY'];

interface Values {
  precision: PlacePrecision;
  typed: string;
  placeId: string;
  street: string;
  city: string;
  region: string;
}

interface Props {
  organisation: KeptOrganisationFragment;
  seat: NonNullable<KeepingQuery['keepingOf']>['seat'] | null;
  canChange: boolean;
  onChanged(words: string): void;
}

/** How precisely maps show the organisation, and where it sits, which only its own people and the secretariat read. */
export function PlaceForm({ organisation: { id, country, place }, seat, canChange, onChanged }: Props) {
  const { t } = useTranslation('keeping');
  const { t: inOrganisation } = useTranslation('organisation');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const shown = place && ([...new Set([place.city, place.region])].filter(Boolean).join(', ') || (country && format.country(country)));
  const address = seat && [seat.street, seat.city, seat.region].filter(Boolean).join(', ');
  return (
    <section id="place" aria-labelledby="place-title">
      <div className="section__head">
        <h2 id="place-title">{t('place.title')}</h2>
        {place && <span className="tag">{inOrganisation(`precision.${place.precision}`)}</span>}
      </div>
      <dl className="fact-list">
        <div>
          <dt>{t('place.shown')}</dt>
          <dd>{shown ? <bdi>{shown}</bdi> : <span className="not-stated">{inOrganisation('place.none')}</span>}</dd>
        </div>
        <div>
          <dt>{t('place.seat')}</dt>
          <dd>
            {address ? <bdi>{address}</bdi> : <span className="not-stated">{t('profile.notStated')}</span>}{' '}
            <span className="small quiet">{t('place.seatGuarded')}</span>
          </dd>
        </div>
      </dl>
      {canChange &&
        (isOpen ? (
          <ActForm
            mutation={choosePlace}
            title={t('place.choose')}
            submit={t('place.save')}
            initial={initialOf(place, seat)}
            inputOf={({ precision, placeId, street, city, region }: Values) => ({
              organisationId: id,
              precision,
              placeId: precision === 'COUNTRY' ? null : placeId || null,
              seat: { street, city, region },
            })}
            onDone={() => {
              setIsOpen(false);
              onChanged(t('place.done'));
            }}
            onClose={() => setIsOpen(false)}
            paths={['precision', 'placeId', 'seat.street', 'seat.city', 'seat.region']}
          >
            {(typing) => <PlaceFields {...typing} country={country ?? ''} />}
          </ActForm>
        ) : (
          <div className="row keeping__acts">
            <button type="button" className="button" onClick={() => setIsOpen(true)}>
              {t('place.choose')}
            </button>
          </div>
        ))}
    </section>
  );
}

function initialOf(place: KeptOrganisationFragment['place'], seat: Props['seat']): Values {
  return {
    precision: place?.precision ?? 'COUNTRY',
    typed: place?.city ?? place?.region ?? '',
    placeId: '',
    street: seat?.street ?? '',
    city: seat?.city ?? '',
    region: seat?.region ?? '',
  };
}

function PlaceFields({ field, values, set, country }: Typing<Values> & { country: string }) {
  const { t } = useTranslation('keeping');
  const { t: inOrganisation } = useTranslation('organisation');
  return (
    <>
      <SelectField<PlacePrecision>
        {...field('precision')}
        label={t('place.precision')}
        hint={t('place.precisionHint')}
        value={values.precision}
        onChange={(precision) => {
          set('precision', precision);
          set('placeId', '');
        }}
        options={precisions.map((value) => ({ value, label: inOrganisation(`precision.${value}`) }))}
      />
      {values.precision !== 'COUNTRY' && country && (
        <PlaceField key={values.precision} field={field} values={values} set={set} country={country} />
      )}
      <fieldset className="stack field-group">
        <legend className="field__label">{t('place.seat')}</legend>
        <p className="field__hint">{t('place.seatHint')}</p>
        <div className="fields">
          <TextField
            {...field('seat.street')}
            label={t('place.street')}
            autoComplete="off"
            value={values.street}
            onChange={(street) => set('street', street)}
          />
          <TextField
            {...field('seat.city')}
            label={t('place.city')}
            autoComplete="off"
            value={values.city}
            onChange={(city) => set('city', city)}
          />
          <TextField
            {...field('seat.region')}
            label={t('place.region')}
            autoComplete="off"
            value={values.region}
            onChange={(region) => set('region', region)}
          />
        </div>
      </fieldset>
    </>
  );
}

/** A published city or region, found by the beginning of its name. */
function PlaceField({ field, values, set, country }: Typing<Values> & { country: string }) {
  const { t } = useTranslation('keeping');
  const listId = useId();
  const precision = values.precision;
  const { data, previousData } = useQuery(publishedPlaces, {
    variables: { country, precision, startingWith: values.typed.split(' (')[0] ?? '' },
  });
  const places = (data ?? previousData)?.publishedPlaces ?? [];
  const labelOf = ({ name, region }: (typeof places)[number]) => (region && region !== name ? `${name} (${region})` : name);
  const wanted = values.typed.trim().toLocaleLowerCase();
  const meant =
    places.find((place) => labelOf(place).toLocaleLowerCase() === wanted) ?? places.find(({ name }) => name.toLocaleLowerCase() === wanted);
  const meantId = meant?.id ?? '';
  // Whoever types faster than the list comes means the place all the same.
  useEffect(() => {
    if (meantId !== values.placeId) set('placeId', meantId);
  }, [meantId, values.placeId, set]);
  return (
    <>
      <TextField
        {...field('placeId')}
        label={t(precision === 'CITY' ? 'place.whichCity' : 'place.whichRegion')}
        hint={t(precision === 'CITY' ? 'place.cityHint' : 'place.regionHint')}
        list={listId}
        autoComplete="off"
        value={values.typed}
        onChange={(typed) => set('typed', typed)}
      />
      <datalist id={listId}>
        {places.map((place) => (
          <option key={place.id} value={labelOf(place)} />
        ))}
      </datalist>
    </>
  );
}
