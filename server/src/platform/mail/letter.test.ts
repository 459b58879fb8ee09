import type { Letter } from './letter.js';
import { layOut, mostBytes } from './letter.js';

const letter: Letter = {
  subject: 'Come in',
  greeting: 'Hello <b>Amal</b> & all,',
  paragraphs: ['Here is the way in.'],
  action: { label: 'Come in', url: 'https://plenum.example/sign-in/link?a=1&b=2' },
  code: '012345',
  footnote: 'Nobody asked? Then do nothing.',
};

test('a letter says the same in text and in HTML', () => {
  const { text, html } = layOut(letter, 'en');
  for (const said of ['Here is the way in.', '012345', 'Nobody asked? Then do nothing.']) {
    expect(text).toContain(said);
    expect(html).toContain(said);
  }
  expect(text).toContain('https://plenum.example/sign-in/link?a=1&b=2');
  expect(html).toContain('href="https://plenum.example/sign-in/link?a=1&amp;b=2"');
});

test('what people wrote cannot become markup', () => {
  expect(layOut(letter, 'en').html).toContain('Hello &lt;b&gt;Amal&lt;/b&gt; &amp; all,');
});

test('a subject cannot start a header of its own', () => {
  expect(layOut({ ...letter, subject: 'Come in\r\nBcc: everybody@example.org' }, 'en').subject).toBe('Come in Bcc: everybody@example.org');
});

test('Arabic is laid out from right to left, and addresses and digits in it from left to right', () => {
  const { html } = layOut(letter, 'ar');
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('text-align:right');
  expect(html.match(/<p dir="ltr"/g)).toHaveLength(2);
  expect(layOut(letter, 'fr').html).toContain('<html lang="fr" dir="ltr">');
});

test('a letter heavier than 50 KB is not sent', () => {
  expect(() => layOut({ ...letter, paragraphs: ['x'.repeat(mostBytes)] }, 'en')).toThrow('heavier than 50000');
});
