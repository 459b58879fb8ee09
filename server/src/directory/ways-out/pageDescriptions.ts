import { contextParts as peopleParts } from '../../people/index.js';
import type { PageDescription } from '../../platform/http/PageHead.js';
import { addressIn, brand } from '../../platform/http/PageHead.js';
import type { DescribePage } from '../../platform/Portal.js';
import type { RequestContext } from '../../platform/RequestContext.js';
import { words } from '../../platform/words.js';
import type { DirectoryIndex } from '../DirectoryIndex.js';
import { pathOf } from './facts.js';
import { inOneSentence } from './inOneSentence.js';
import { schemaOrgOrganisation } from './jsonLd.js';
import { feedPath, feedTitle } from './organisationsFeed.js';

const titles = {
  home: words({
    en: 'Organisations that stand up for children’s rights, in one place',
    fr: 'Les organisations des droits de l’enfant, en un seul lieu',
    es: 'Organizaciones por los derechos de la infancia, en un solo lugar',
    ar: 'منظمات تدافع عن حقوق الطفل، في مكان واحد',
  }),
  directory: words({ en: 'Directory', fr: 'Annuaire', es: 'Directorio', ar: 'الدليل' }),
  map: words({
    en: 'The directory on the map',
    fr: 'L’annuaire sur la carte',
    es: 'El directorio en el mapa',
    ar: 'الدليل على الخريطة',
  }),
  sources: words({
    en: 'Where the data comes from',
    fr: 'D’où viennent les données',
    es: 'De dónde vienen los datos',
    ar: 'من أين تأتي البيانات',
  }),
  duplicates: words({ en: 'Possible duplicates', fr: 'Doublons possibles', es: 'Posibles duplicados', ar: 'تكرارات محتملة' }),
  embed: words({
    en: 'The directory on your website',
    fr: 'L’annuaire sur votre site',
    es: 'El directorio en su sitio web',
    ar: 'الدليل على موقعكم',
  }),
};

const sentences = {
  directory: words({
    en: 'A directory of organisations that stand up for children’s rights: who they are, where they work, to which networks they belong, each with its source.',
    fr: 'Un annuaire d’organisations qui défendent les droits de l’enfant : qui elles sont, où elles travaillent, à quels réseaux elles appartiennent, chaque fait avec sa source.',
    es: 'Un directorio de organizaciones que defienden los derechos de la infancia: quiénes son, dónde trabajan, a qué redes pertenecen, cada dato con su fuente.',
    ar: 'دليل للمنظمات التي تدافع عن حقوق الطفل: من هي، وأين تعمل، وإلى أي شبكات تنتمي، وكل معلومة مع مصدرها.',
  }),
  map: words({
    en: 'The organisations of the directory on a map of the world, each at the precision that it chose, with the list beside it.',
    fr: 'Les organisations de l’annuaire sur une carte du monde, chacune à la précision qu’elle a choisie, avec la liste à côté.',
    es: 'Las organizaciones del directorio en un mapa del mundo, cada una con la precisión que eligió, con la lista al lado.',
    ar: 'منظمات الدليل على خريطة العالم، كل منها بالدقة التي اختارتها، والقائمة إلى جانبها.',
  }),
  sources: words({
    en: 'The public pages on which each organisation of the directory was read, and how sure each reading is.',
    fr: 'Les pages publiques où chaque organisation de l’annuaire a été relevée, et le degré de certitude de chaque lecture.',
    es: 'Las páginas públicas en las que se leyó cada organización del directorio, y la certeza de cada lectura.',
    ar: 'الصفحات العامة التي قُرئت فيها كل منظمة في الدليل، ومدى التأكد من كل قراءة.',
  }),
  duplicates: words({
    en: 'Pairs of entries that may be one organisation under two names: proposed here, and never merged by themselves.',
    fr: 'Des paires d’entrées qui désignent peut-être une même organisation sous deux noms : proposées ici, et jamais réunies d’elles-mêmes.',
    es: 'Pares de entradas que quizá sean una misma organización con dos nombres: se proponen aquí y nunca se unen por sí solos.',
    ar: 'أزواج من المدخلات قد تكون منظمة واحدة باسمين: تُقترح هنا ولا تُدمج من تلقاء نفسها أبدًا.',
  }),
  embed: words({
    en: 'A map and a list of the directory to place on another website, with your colours and without cookies.',
    fr: 'Une carte et une liste de l’annuaire à placer sur un autre site, à vos couleurs et sans cookies.',
    es: 'Un mapa y una lista del directorio para otro sitio web, con sus colores y sin cookies.',
    ar: 'خريطة وقائمة من الدليل توضعان في موقع آخر، بألوانكم ومن دون ملفات تعريف ارتباط.',
  }),
};

/** What each page of the directory says of itself, by its pattern. */
export function pageDescriptions(directory: DirectoryIndex): ReadonlyMap<string, DescribePage> {
  const plain =
    (path: string, title: keyof typeof titles, sentence: keyof typeof sentences, data: (request: RequestContext) => object): DescribePage =>
    (request) => ({
      title: titles[title][request.language],
      preview: {
        description: sentences[sentence][request.language],
        path,
        structuredData: data(request),
        feed: { path: feedPath, title: feedTitle[request.language] },
      },
    });
  const webPage =
    (type: string, path: string, title: keyof typeof titles) =>
    ({ language, publicUrl }: RequestContext): object => ({
      '@context': 'https://schema.org',
      '@type': type,
      name: titles[title][language],
      url: addressIn(publicUrl, path, language),
      inLanguage: language,
      isPartOf: { '@type': 'WebSite', name: brand[language], url: addressIn(publicUrl, '/', null) },
    });
  return new Map<string, DescribePage>([
    ['/', plain('/', 'home', 'directory', (request) => dataOfHome(directory, request))],
    ['/directory', plain('/directory', 'directory', 'directory', webPage('CollectionPage', '/directory', 'directory'))],
    ['/map', plain('/map', 'map', 'map', webPage('CollectionPage', '/map', 'map'))],
    ['/sources', plain('/sources', 'sources', 'sources', webPage('WebPage', '/sources', 'sources'))],
    [
      '/directory/duplicates',
      plain('/directory/duplicates', 'duplicates', 'duplicates', webPage('WebPage', '/directory/duplicates', 'duplicates')),
    ],
    ['/directory/embed', plain('/directory/embed', 'embed', 'embed', webPage('WebPage', '/directory/embed', 'embed'))],
    ['/organisations/:slug', (request, { slug = '' }) => describeOrganisation(directory, request, slug)],
    // As hidden as its organisation, and for its own people: search engines pass by.
    [
      '/organisations/:slug/peers',
      async (request, { slug = '' }) => (await describeOrganisation(directory, request, slug)) && { title: null },
    ],
  ]);
}

/** Everybody's organisations tell who they are; one that this reader alone may see is there, and tells search engines nothing; all others are unknown. */
async function describeOrganisation(directory: DirectoryIndex, request: RequestContext, slug: string): Promise<PageDescription | null> {
  const { language, publicUrl } = request;
  const organisation = directory.bySlug(slug, null);
  if (organisation === null) {
    const { viewer } = await peopleParts(request);
    return viewer !== null && directory.bySlug(slug, viewer) !== null ? { title: null } : null;
  }
  return {
    title: organisation.name,
    preview: {
      description: inOneSentence(organisation, language),
      path: pathOf(organisation),
      structuredData: { '@context': 'https://schema.org', ...schemaOrgOrganisation(organisation, publicUrl) },
      feed: { path: feedPath, title: feedTitle[language] },
    },
  };
}

function dataOfHome({ network }: DirectoryIndex, { language, publicUrl }: RequestContext): object {
  const publisher = network && { '@type': 'Organization', name: network.name, foundingDate: String(network.foundedIn) };
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: brand[language],
    url: addressIn(publicUrl, '/', null),
    inLanguage: language,
    ...(publisher ? { publisher } : {}),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${publicUrl}/directory?q={words}` },
      'query-input': 'required name=words',
    },
  };
}
