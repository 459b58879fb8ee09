import { Cookies } from './Cookies.js';

test('cookies are read as browsers send them, the first of a name counting', () => {
  const cookies = new Cookies('session=abc%20d; language=fr;a=b=c; session=other; nonsense; broken=%E0%A4%A', false);
  expect(['session', 'language', 'a', 'nonsense', 'broken', 'missing'].map((name) => cookies.get(name))).toEqual([
    'abc d',
    'fr',
    'b=c',
    undefined,
    '%E0%A4%A',
    undefined,
  ]);
  expect(new Cookies(undefined, false).get('session')).toBeUndefined();
});

test('a cookie that is set is out of reach of scripts and of other sites', () => {
  const cookies = new Cookies(undefined, true);
  cookies.set('session', 'a;b', { maxAgeSeconds: 60 });
  expect(cookies.headers).toEqual(['session=a%3Bb; Path=/; SameSite=Lax; Max-Age=60; HttpOnly; Secure']);
  cookies.clear('session');
  expect(cookies.headers).toEqual(['session=; Path=/; SameSite=Lax; Max-Age=0; HttpOnly; Secure']);
});
