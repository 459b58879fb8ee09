import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ChoosePlaceInput, SeatAddressInput } from '../../generated/graphql.js';
import { recordAct } from '../../people/index.js';
import { authorize } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { faults } from '../keeping/faults.js';
import { knownOrganisation, profileMatter, standingEntry, takeIn } from '../keeping/keep.js';
import type { KeepingOf } from '../keeping/keepingOf.js';
import { keepingFor } from '../keeping/keepingOf.js';
import type { OrganisationSeat } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import type { PlaceRecord } from '../places/places.js';
import { publishedPlace } from '../places/publishedPlaces.js';
import { canChangeProfile } from '../policy.js';

/** What maps show is snapped to the published middle here, once; what is finer goes nowhere but into the guarded seat. */
export async function choosePlace(context: Context, input: ChoosePlaceInput): Promise<KeepingOf | InvalidInput> {
  const viewer = signedInViewer(context);
  const { id, country } = knownOrganisation(context, input.organisationId);
  authorize(canChangeProfile(viewer, id));
  const check = new InputCheck(context.language);
  const chosen = chosenPlace(check, input, country);
  const seat = checkedSeat(check, input.seat);
  if (check.refusal) return check.refusal;

  await inTurn(profileMatter(id), async () => {
    const shape = await standingEntry(id);
    await Organisation.updateOne({ _id: shape._id }, { chosenPlace: chosen, ...(seat === undefined ? {} : { seat }) });
    await recordAct(viewer, context.now(), {
      act: 'choosePlace',
      subject: { type: 'Organisation', id },
      onBehalfOf: id,
      // The seat itself stays out of the trail, which more people read.
      changes: [
        { field: 'place', before: described(shape.chosenPlace), after: described(chosen) },
        ...(seat === undefined ? [] : [{ field: 'seat', before: null, after: seat === null ? 'REMOVED' : 'CHANGED' }]),
      ],
    });
  });
  await takeIn(context, id);
  return keepingFor(id);
}

/** Null for the middle of the country, which needs no choice. */
function chosenPlace(check: InputCheck, { precision, placeId }: ChoosePlaceInput, country: string | null): PlaceRecord | null {
  if (!check.that(country !== null, 'precision', faults.noCountry) || precision === 'COUNTRY') return null;
  const found = placeId == null ? undefined : publishedPlace(placeId);
  const fits = found !== undefined && found.country === country && found.place.precision === precision;
  return check.that(fits, 'placeId', faults.place) && found ? found.place : null;
}

function checkedSeat(check: InputCheck, input: SeatAddressInput | null | undefined): OrganisationSeat | null | undefined {
  if (input == null) return undefined;
  const part = (name: 'street' | 'city' | 'region', most: number): string | null => {
    const text = (input[name] ?? '').replace(/\s+/g, ' ').trim().normalize('NFC');
    check.that(text.length <= most, `seat.${name}`, faults.seatText);
    return text === '' ? null : text;
  };
  const seat = { street: part('street', 200), city: part('city', 100), region: part('region', 100) };
  return (seat.street ?? seat.city ?? seat.region) ? seat : null;
}

function described(place: PlaceRecord | null | undefined): string {
  return place == null ? 'COUNTRY' : [place.precision, place.city, place.region].filter((part) => part !== null).join(', ');
}
