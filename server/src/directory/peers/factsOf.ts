import { defaultsOf } from '../../people/index.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { visitsOf } from './pastVisits.js';
import { reviewedCountries } from './peerData.js';
import type { PeerFacts } from './reasonsBetween.js';

/** What can make an organisation worth meeting at this moment; those of several clocks keep the one that most of their people keep. */
export function factsAt(now: Date, reviewed = reviewedCountries): (organisation: OrganisationRecord) => PeerFacts {
  const year = now.getUTCFullYear();
  const underReview = reviewed.get(year);
  const aheadOf = new Map<string, number>();
  const minutesAhead = (country: string): number => {
    let minutes = aheadOf.get(country);
    if (minutes === undefined) aheadOf.set(country, (minutes = offsetOf(defaultsOf(country).timeZone, now)));
    return minutes;
  };
  return ({ id, themes, offers, seeks, languages, networkSlugs, country, region }) => ({
    id,
    themes: new Set(themes.map(({ themeId }) => themeId)),
    offers: new Set(offers),
    seeks: new Set(seeks),
    languages: new Set(languages),
    networks: new Set(networkSlugs),
    country,
    region,
    minutesAhead: country === null ? null : minutesAhead(country),
    reviewYear: country !== null && underReview?.has(country) ? year : null,
    visits: visitsOf(id),
  });
}

/** By time zone, since making one takes longer than all that is asked of it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
}

/** How far the clocks of a zone are ahead of UTC at a moment, in minutes. */
function offsetOf(timeZone: string, moment: Date): number {
  const parts = clockOf(timeZone).formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((each) => each.type === type)?.value);
  const there = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((there - moment.getTime()) / 60_000);
}
