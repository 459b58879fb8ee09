import { escaped, jsonInHtml, withoutControls } from '../markup.js';
import type { PageDescription } from './PageHead.js';
import { arrivingMarkup, headMarkup } from './PageHead.js';

const publicUrl = 'https://portal.example';
const head = (page: PageDescription, { language = 'en' as const, isLanguageInAddress = false } = {}): string =>
  headMarkup({ language, page, isLanguageInAddress, publicUrl });

const hostile = '</title></script><script>alert("1")</script><!-- & \u0000 $& \u2028';

test('whatever a name holds, it stays text in elements, attributes and data', () => {
  const markup = head({ title: hostile, preview: { description: hostile, path: '/organisations/x', structuredData: { name: hostile } } });
  const withoutTags = markup.replace(/<\/?(title|meta|link|script)\b[^<>]*>/g, '');
  expect(withoutTags).not.toMatch(/[<>]/);
  expect(markup.match(/<script/g)).toHaveLength(1);
  expect(markup).not.toContain('\u0000');
  const data = /<script type="application\/ld\+json">(.*)<\/script>/.exec(markup)?.[1] ?? '';
  expect(JSON.parse(data)).toEqual({ name: hostile });
});

test('each language has an address, and each address names itself', () => {
  const page = { title: 'Some Coalition', preview: { description: 'Where it works', path: '/organisations/some-coalition' } };
  const plain = head(page);
  expect(plain).toContain('<link rel="canonical" href="https://portal.example/organisations/some-coalition" />');
  expect(plain.match(/hreflang="[a-z-]+"/g)).toEqual(['en', 'fr', 'es', 'ar', 'x-default'].map((each) => `hreflang="${each}"`));
  const arabic = headMarkup({ language: 'ar', page, isLanguageInAddress: true, publicUrl });
  expect(arabic).toContain('<link rel="canonical" href="https://portal.example/organisations/some-coalition?lang=ar" />');
  expect(arabic).toContain('<meta property="og:url" content="https://portal.example/organisations/some-coalition?lang=ar" />');
  expect(arabic).toContain('<title>Some Coalition · Plenum</title>');
});

test('the heading stands in the page before the program arrives, and stays text', () => {
  expect(arrivingMarkup({ language: 'fr', page: { title: 'Répertoire' } })).toContain('<h1>Répertoire</h1>');
  expect(arrivingMarkup({ language: 'ar', page: { title: hostile } })).not.toMatch(/<(script|!--)/);
  expect(arrivingMarkup({ language: 'en', page: { title: null } })).toBe('');
});

test('a page without a preview tells search engines nothing', () => {
  expect(head({ title: null })).toBe('<title>Plenum</title>\n    <meta name="robots" content="noindex" />');
});

test('text for documents holds no character that they cannot hold', () => {
  expect(withoutControls('a\u0000b\u001fc\u007f\ud800d\ufffe😀\t')).toBe('abcd😀\t');
  expect(escaped(`<a href='x'>&"`)).toBe('&lt;a href=&#39;x&#39;&gt;&amp;&quot;');
  expect(JSON.parse(jsonInHtml({ a: ['</script>', '<!--', '\u2029'] }))).toEqual({ a: ['</script>', '<!--', '\u2029'] });
});
