import { useMemo } from 'react';
import { localeOf } from '../ui/language.js';
import { useLanguage } from '../ui/format.js';
import { offsetName, offsetOf, readersZone } from '../ui/zone.js';

/** A moment by the clock of the reader's device, with its zone. */
export function Moment({ at }: { at: string }) {
  const written = useMoment();
  const zone = readersZone();
  return (
    <span className="unbroken">
      <time dateTime={at}>{written(at)}</time> <span className="zone">{offsetName(offsetOf(zone, new Date(at)))}</span>
    </span>
  );
}

/** The day of a moment by the reader's calendar. */
export function MomentDay({ at }: { at: string }) {
  const language = useLanguage();
  return <time dateTime={at}>{new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long' }).format(new Date(at))}</time>;
}

/** Writes moments as day and time of the reader's device. */
function useMoment(): (at: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
    return (at) => format.format(new Date(at));
  }, [language]);
}
