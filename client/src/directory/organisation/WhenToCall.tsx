import { useEffect, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useFormat } from '../../ui/format.js';
import { offsetName, offsetOf, readersZone } from '../../ui/zone.js';
import { burdenAt, sharedHours, zoneOf } from './callingHours.js';

/** Both days side by side, hour by hour, with the hours at which both are at work. Only for countries with one clock. */
export function WhenToCall({ country }: { country: string }) {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  const now = useNow();
  const theirZone = zoneOf(country, now);
  if (theirZone === undefined) return null;

  const yourZone = readersZone();
  const theirOffset = offsetOf(theirZone, now);
  const yourOffset = offsetOf(yourZone, now);
  const shared = sharedHours(theirOffset - yourOffset);
  const clock = (minutes: number) => format.time(new Date(Date.UTC(2000, 0, 2, 0, minutes)), 'UTC');
  const inYourDay = Array.from({ length: 24 }, (_, hour) => hour);

  return (
    <section aria-labelledby="when-to-call">
      <h2 id="when-to-call" className="aside-title">
        {t('call.title')}
      </h2>
      <p className="small two-days__name">
        <span>{format.country(country)}</span> <b className="numerals">{format.time(now, theirZone)}</b>{' '}
        <span className="zone">{offsetName(theirOffset)}</span>
      </p>
      <div className="two-days" aria-hidden="true">
        <div className="two-days__bar">
          {inYourDay.map((hour) => (
            <i key={hour} className={`hour-${burdenAt(hour + (theirOffset - yourOffset) / 60)}`} />
          ))}
        </div>
        <div className="two-days__bar">
          {inYourDay.map((hour) => (
            <i key={hour} className={`hour-${burdenAt(hour)}`} />
          ))}
        </div>
      </div>
      <p className="small two-days__name">
        <span className="yours">{t('call.yours')}</span> <b className="numerals">{format.time(now, yourZone)}</b>{' '}
        <span className="zone">{offsetName(yourOffset)}</span>
      </p>
      <p className="tiny quiet">
        {shared
          ? t('call.shared', {
              from: clock(shared.from * 30),
              to: clock(shared.to * 30),
              theirFrom: clock(shared.from * 30 + theirOffset - yourOffset),
              theirTo: clock(shared.to * 30 + theirOffset - yourOffset),
              country: format.country(country),
            })
          : t('call.never')}
      </p>
    </section>
  );
}

/** The moment, anew each half minute. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
