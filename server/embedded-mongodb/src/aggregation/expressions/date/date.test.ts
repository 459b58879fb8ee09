import fc from 'fast-check';
import { ObjectId } from '../../../bson/values.js';
import { evaluate, failure } from '../../../../test/support/aggregation.js';

const at = (text: string): Date => new Date(text);
const newYear = at('2024-01-01T00:30:00.123Z');

describe('parts of dates', () => {
  it('are read in UTC or in a zone', () => {
    const date = at('2024-03-10T06:59:59.007Z');
    expect(evaluate({ $year: date })).toBe('2024');
    expect(evaluate({ $hour: { date, timezone: 'America/New_York' } })).toBe('1');
    expect(evaluate({ $hour: { date: at('2024-03-10T07:00:00Z'), timezone: 'America/New_York' } })).toBe('3');
    expect(evaluate({ $minute: { date, timezone: '+05:30' } })).toBe('29');
    expect(evaluate({ $dayOfMonth: { date: newYear, timezone: '-01' } })).toBe('31');
    expect(evaluate({ $millisecond: [date] })).toBe('7');
  });

  it('count weeks from Sunday and by ISO 8601', () => {
    const date = at('2021-01-03T12:00:00Z');
    expect(evaluate({ $dayOfWeek: date })).toBe('1');
    expect(evaluate({ $week: date })).toBe('1');
    expect(evaluate({ $week: at('2021-01-02T12:00:00Z') })).toBe('0');
    expect(evaluate({ $isoDayOfWeek: date })).toBe('7');
    expect(evaluate({ $isoWeek: date })).toBe('53');
    expect(evaluate({ $isoWeekYear: date })).toBe('2020L');
    expect(evaluate({ $dayOfYear: at('2024-12-31T00:00:00Z') })).toBe('366');
  });

  it('come all at once from $dateToParts', () => {
    expect(evaluate({ $dateToParts: { date: newYear } })).toBe(
      '{year: 2024, month: 1, day: 1, hour: 0, minute: 30, second: 0, millisecond: 123}',
    );
    expect(evaluate({ $dateToParts: { date: newYear, iso8601: true, timezone: 'Europe/Paris' } })).toBe(
      '{isoWeekYear: 2024, isoWeek: 1, isoDayOfWeek: 1, hour: 1, minute: 30, second: 0, millisecond: 123}',
    );
  });

  it('are null without a date and fail without a true one', () => {
    expect(evaluate({ $year: '$nothing' })).toBe('null');
    expect(evaluate({ $year: { date: newYear, timezone: null } })).toBe('null');
    expect(failure({ $year: '2024-01-01' })).toBe(16006);
    expect(failure({ $year: { date: newYear, timezone: 'Nowhere/Town' } })).toBe(40485);
    expect(failure({ $year: { date: newYear, timezone: 'europe/paris' } })).toBe(40485);
    expect(failure({ $year: [newYear, newYear] })).toBe(40536);
  });
});

describe('dates of creation in ObjectIds', () => {
  it('are read from each of many ids', () => {
    for (let second = 0; second < 3000; second += 1) {
      const id = ObjectId.createFromTime(1_700_000_000 + second);
      expect(evaluate({ $toDate: '$id' }, { id })).toBe(new Date((1_700_000_000 + second) * 1000).toISOString());
    }
  });

  it('have signed seconds', () => {
    expect(evaluate({ $year: new ObjectId('ffffffff0000000000000000') })).toBe('1969');
  });
});

describe('$dateFromParts', () => {
  it('carries parts beyond their range over', () => {
    expect(evaluate({ $dateFromParts: { year: 2024, month: 14, day: 0 } })).toBe('2025-01-31T00:00:00.000Z');
    expect(evaluate({ $dateFromParts: { year: 2024, hour: -1 } })).toBe('2023-12-31T23:00:00.000Z');
    expect(evaluate({ $dateFromParts: { isoWeekYear: 2020, isoWeek: 53, isoDayOfWeek: 7 } })).toBe('2021-01-03T00:00:00.000Z');
    expect(evaluate({ $dateFromParts: { year: 50 } })).toBe('0050-01-01T00:00:00.000Z');
  });

  it('reads the clock of a zone', () => {
    expect(evaluate({ $dateFromParts: { year: 2024, month: 7, hour: 12, timezone: 'Europe/Berlin' } })).toBe('2024-07-01T10:00:00.000Z');
    expect(evaluate({ $dateFromParts: { year: 2024, month: 3, day: 10, hour: 2, minute: 30, timezone: 'America/New_York' } })).toBe(
      '2024-03-10T07:30:00.000Z',
    );
  });

  it('checks what it is given', () => {
    expect(failure({ $dateFromParts: { month: 1 } })).toBe(40516);
    expect(failure({ $dateFromParts: { year: 2024, isoWeek: 1 } })).toBe(40489);
    expect(failure({ $dateFromParts: { year: 0 } })).toBe(40523);
    expect(failure({ $dateFromParts: { year: 2024.5 } })).toBe(40515);
    expect(evaluate({ $dateFromParts: { year: 2024, month: null } })).toBe('null');
  });
});

describe('$dateToString', () => {
  it('writes every letter of a format', () => {
    const date = at('2024-02-03T04:05:06.007Z');
    const format = '%Y-%m-%d %H:%M:%S.%L %j %u %w %U %V %G %b %B %z %Z %%';
    expect(evaluate({ $dateToString: { date, format, timezone: 'Asia/Kolkata' } })).toBe(
      "'2024-02-03 09:35:06.007 034 6 7 04 05 2024 Feb February +0530 330 %'",
    );
  });

  it('writes ISO 8601 without a format, with a Z only in UTC', () => {
    expect(evaluate({ $dateToString: { date: newYear } })).toBe("'2024-01-01T00:30:00.123Z'");
    expect(evaluate({ $dateToString: { date: newYear, timezone: 'Europe/Berlin' } })).toBe("'2024-01-01T01:30:00.123'");
    expect(evaluate({ $dateToString: { date: '$nothing', onNull: 'none' } })).toBe("'none'");
    expect(failure({ $dateToString: { date: newYear, format: '%Q' } })).toBe(18536);
    expect(failure({ $dateToString: { date: newYear, format: '%' } })).toBe(18535);
  });
});

describe('$dateFromString', () => {
  it('reads ISO 8601 and by a format', () => {
    expect(evaluate({ $dateFromString: { dateString: '2024-02-03' } })).toBe('2024-02-03T00:00:00.000Z');
    expect(evaluate({ $dateFromString: { dateString: '2024-02-03T04:05:06.7+01:00' } })).toBe('2024-02-03T03:05:06.700Z');
    expect(evaluate({ $dateFromString: { dateString: '2024-07-03 04:05', timezone: 'Europe/Berlin' } })).toBe('2024-07-03T02:05:00.000Z');
    expect(evaluate({ $dateFromString: { dateString: '3/Feb/2024 7', format: '%d/%b/%Y %H' } })).toBe('2024-02-03T07:00:00.000Z');
    expect(evaluate({ $dateFromString: { dateString: '2020W537', format: '%GW%V%u' } })).toBe('2021-01-03T00:00:00.000Z');
  });

  it('says what it cannot read, and refuses what MongoDB might', () => {
    expect(failure({ $dateFromString: { dateString: 'no date' } })).toBe(241);
    expect(failure({ $dateFromString: { dateString: '2024-02-30' } })).toBe(241);
    expect(failure({ $dateFromString: { dateString: 'July 4th, 2024' } })).toBe(115);
    expect(failure({ $dateFromString: { dateString: '2024', format: '%m' } })).toBe(241);
    expect(failure({ $dateFromString: { dateString: '2024-02-03T00:00:00Z', timezone: 'Europe/Berlin' } })).toBe(241);
    expect(evaluate({ $dateFromString: { dateString: 'no date', onError: 'bad' } })).toBe("'bad'");
    expect(evaluate({ $dateFromString: { dateString: null, onNull: 'none' } })).toBe("'none'");
  });
});

describe('$dateAdd and $dateSubtract', () => {
  const add = (startDate: Date, unit: string, amount: number, timezone = 'UTC'): string =>
    evaluate({ $dateAdd: { startDate, unit, amount, timezone } });

  it('never pass the end of a month', () => {
    expect(add(at('2024-01-31T10:00:00Z'), 'month', 1)).toBe('2024-02-29T10:00:00.000Z');
    expect(add(at('2024-02-29T10:00:00Z'), 'year', 1)).toBe('2025-02-28T10:00:00.000Z');
    expect(add(at('2024-10-31T10:00:00Z'), 'quarter', -1)).toBe('2024-07-31T10:00:00.000Z');
    expect(evaluate({ $dateSubtract: { startDate: at('2024-03-31T00:00:00Z'), unit: 'month', amount: 1 } })).toBe(
      '2024-02-29T00:00:00.000Z',
    );
  });

  it('keep the local time over a change of the clocks by days, and not by hours', () => {
    const eve = at('2024-03-09T17:00:00Z');
    expect(add(eve, 'day', 1, 'America/New_York')).toBe('2024-03-10T16:00:00.000Z');
    expect(add(eve, 'hour', 24, 'America/New_York')).toBe('2024-03-10T17:00:00.000Z');
  });

  it('check unit and amount', () => {
    expect(failure({ $dateAdd: { startDate: newYear, unit: 'era', amount: 1 } })).toBe(9);
    expect(failure({ $dateAdd: { startDate: newYear, unit: 'day', amount: 1.5 } })).toBe(5166405);
    expect(failure({ $dateAdd: { startDate: 'today', unit: 'day', amount: 1 } })).toBe(5166403);
    expect(evaluate({ $dateAdd: { startDate: null, unit: 'day', amount: 1 } })).toBe('null');
  });
});

describe('$dateDiff', () => {
  const difference = (start: string, end: string, unit: string, more: object = {}): string =>
    evaluate({ $dateDiff: { startDate: at(start), endDate: at(end), unit, ...more } });

  it('counts borders, not whole units', () => {
    expect(difference('2023-12-31T23:59:59Z', '2024-01-01T00:00:00Z', 'year')).toBe('1L');
    expect(difference('2024-01-01T00:59:59Z', '2024-01-01T01:00:00Z', 'hour')).toBe('1L');
    expect(difference('2024-01-31T00:00:00Z', '2024-03-01T00:00:00Z', 'month')).toBe('2L');
    expect(difference('2024-03-31T00:00:00Z', '2024-01-01T00:00:00Z', 'quarter')).toBe('0L');
    expect(difference('2024-01-06T00:00:00Z', '2024-01-07T00:00:00Z', 'week')).toBe('1L');
    expect(difference('2024-01-07T00:00:00Z', '2024-01-08T00:00:00Z', 'week', { startOfWeek: 'mon' })).toBe('1L');
  });

  it('counts local days, and the hours that really passed', () => {
    const zone = { timezone: 'America/New_York' };
    expect(difference('2024-03-10T04:00:00Z', '2024-03-10T05:00:00Z', 'day', zone)).toBe('1L');
    expect(difference('2024-03-10T05:00:00Z', '2024-03-11T04:00:00Z', 'hour', zone)).toBe('23L');
  });
});

describe('$dateTrunc', () => {
  const truncated = (date: string, unit: string, more: object = {}): string => evaluate({ $dateTrunc: { date: at(date), unit, ...more } });

  it('goes back to the beginning of a unit, or of a bin of several', () => {
    expect(truncated('2024-08-17T13:47:59.999Z', 'hour')).toBe('2024-08-17T13:00:00.000Z');
    expect(truncated('2024-08-17T13:47:59.999Z', 'quarter')).toBe('2024-07-01T00:00:00.000Z');
    expect(truncated('2024-08-17T13:47:59.999Z', 'year', { binSize: 5 })).toBe('2020-01-01T00:00:00.000Z');
    expect(truncated('2024-08-17T13:47:59.999Z', 'minute', { binSize: 15 })).toBe('2024-08-17T13:45:00.000Z');
    expect(truncated('2024-08-17T13:00:00Z', 'week')).toBe('2024-08-11T00:00:00.000Z');
    expect(truncated('2024-08-17T13:00:00Z', 'week', { startOfWeek: 'Monday' })).toBe('2024-08-12T00:00:00.000Z');
    expect(truncated('1999-12-31T13:00:00Z', 'month', { binSize: 7 })).toBe('1999-06-01T00:00:00.000Z');
  });

  it('goes by the calendar of a zone', () => {
    expect(truncated('2024-07-01T22:30:00Z', 'day', { timezone: 'Europe/Berlin' })).toBe('2024-07-01T22:00:00.000Z');
    expect(truncated('2024-07-01T21:30:00Z', 'month', { timezone: 'Asia/Tokyo' })).toBe('2024-06-30T15:00:00.000Z');
  });

  it('checks the bin', () => {
    expect(failure({ $dateTrunc: { date: newYear, unit: 'day', binSize: 0 } })).toBe(5439018);
    expect(failure({ $dateTrunc: { date: newYear, unit: 'day', binSize: 1.5 } })).toBe(5439017);
    expect(evaluate({ $dateTrunc: { date: newYear, unit: null } })).toBe('null');
  });
});

describe('dates, whichever they are', () => {
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', '-03:30'];
  const instant = fc.integer({ min: Date.UTC(1975, 0), max: Date.UTC(2037, 0) }).map((milliseconds) => new Date(milliseconds));

  it('show the clock that Intl shows', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones.slice(1, 5)), (date, timezone) => {
        const parts = new Intl.DateTimeFormat('en-GB', {
          timeZone: timezone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
          hour: '2-digit',
          minute: '2-digit',
          second: '2-digit',
          hourCycle: 'h23',
        }).format(date);
        expect(evaluate({ $dateToString: { date, timezone, format: '%d/%m/%Y, %H:%M:%S' } })).toBe(`'${parts}'`);
      }),
    );
  });

  it('come back from their parts, but for the hour that clocks show twice', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (date, timezone) => {
        const back = {
          $dateFromParts: {
            ...Object.fromEntries(
              ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'].map((part) => [part, `$$parts.${part}`]),
            ),
            timezone,
          },
        };
        const result = evaluate({ $let: { vars: { parts: { $dateToParts: { date, timezone } } }, in: back } });
        expect([
          date.toISOString(),
          new Date(date.getTime() + 3_600_000).toISOString(),
          new Date(date.getTime() + 1_800_000).toISOString(),
        ]).toContain(result);
      }),
    );
  });

  it('lie in the bin that $dateTrunc gives', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom('day', 'week', 'month', 'year'), fc.constantFrom(...zones), (date, unit, timezone) => {
        const start = new Date(evaluate({ $dateTrunc: { date, unit, timezone } }));
        const next = new Date(evaluate({ $dateAdd: { startDate: start, unit, amount: 1, timezone } }));
        expect(start.getTime()).toBeLessThanOrEqual(date.getTime());
        expect(next.getTime()).toBeGreaterThan(date.getTime());
        expect(evaluate({ $dateDiff: { startDate: start, endDate: date, unit, timezone } })).toBe('0L');
      }),
    );
  });
});
