import { burdenAt, sharedHours, zoneOf } from './callingHours.js';

describe('the hours for a call', () => {
  it('weigh nothing at work and most at night, on either side of midnight', () => {
    expect([burdenAt(10), burdenAt(23.5), burdenAt(-1), burdenAt(27)]).toEqual([0, 10, 10, 10]);
  });

  it('are the whole working day between neighbours', () => {
    expect(sharedHours(0)).toEqual({ from: 18, to: 34 });
  });

  it('are the end of one day and the beginning of the other five hours apart', () => {
    expect(sharedHours(300)).toEqual({ from: 18, to: 24 });
    expect(sharedHours(-300)).toEqual({ from: 28, to: 34 });
  });

  it('are none at the other end of the world', () => {
    expect(sharedHours(11 * 60)).toBeUndefined();
  });

  it('are told only for countries with one clock', () => {
    const day = new Date('2025-05-06T12:00:00Z');
    expect(zoneOf('KH', day)).toBe('Asia/Phnom_Penh');
    expect(zoneOf('US', day)).toBeUndefined();
  });
});
