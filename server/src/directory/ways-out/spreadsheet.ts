import { addressIn } from '../../platform/http/PageHead.js';
import type { Language } from '../../platform/language.js';
import { directionOf } from '../../platform/language.js';
import type { Words } from '../../platform/words.js';
import { words } from '../../platform/words.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { countryName } from '../places/countryNames.js';
import { descriptionFor, exchangeName, known, networksOf, pathOf, themeName, themesOf } from './facts.js';
import { confidenceLabels, levelLabels, mechanismLabels, regionLabels, typeLabels } from './labels.js';
import type { Cell, Sheet } from './workbook.js';
import { workbook } from './workbook.js';

interface Asked {
  language: Language;
  publicUrl: string;
}

interface Column<T> {
  title: Words;
  /** In letters. */
  width: number;
  value(from: T, asked: Asked): Cell;
}

const sheetNames = {
  organisations: words({ en: 'Organisations', fr: 'Organisations', es: 'Organizaciones', ar: 'المنظمات' }),
  affiliations: words({ en: 'Networks', fr: 'Réseaux', es: 'Redes', ar: 'الشبكات' }),
};

const nameTitle = words({ en: 'Organisation', fr: 'Organisation', es: 'Organización', ar: 'المنظمة' });
const sourceTitle = words({ en: 'Source', fr: 'Source', es: 'Fuente', ar: 'المصدر' });
const confidenceTitle = words({ en: 'How sure', fr: 'Certitude', es: 'Certeza', ar: 'درجة التأكد' });

const organisationColumns: readonly Column<OrganisationRecord>[] = [
  { title: nameTitle, width: 42, value: ({ name }) => name },
  { title: words({ en: 'Short name', fr: 'Sigle', es: 'Sigla', ar: 'الاختصار' }), width: 12, value: ({ acronym }) => acronym },
  {
    title: words({ en: 'Other names', fr: 'Autres noms', es: 'Otros nombres', ar: 'أسماء أخرى' }),
    width: 30,
    value: ({ names }) => together(names.map(({ text }) => text)),
  },
  {
    title: words({ en: 'Type', fr: 'Type', es: 'Tipo', ar: 'الصنف' }),
    width: 24,
    value: ({ type }, { language }) => type && typeLabels[type][language],
  },
  {
    title: words({ en: 'Level', fr: 'Niveau', es: 'Ámbito', ar: 'المستوى' }),
    width: 18,
    value: ({ level }, { language }) => levelLabels[level][language],
  },
  {
    title: words({ en: 'Country', fr: 'Pays', es: 'País', ar: 'البلد' }),
    width: 20,
    value: ({ country }, { language }) => country && countryName(country, language),
  },
  {
    title: words({ en: 'Region', fr: 'Région', es: 'Región', ar: 'المنطقة' }),
    width: 24,
    value: ({ region }, { language }) => region && regionLabels[region][language],
  },
  { title: words({ en: 'City', fr: 'Ville', es: 'Ciudad', ar: 'المدينة' }), width: 16, value: ({ place }) => place?.city ?? null },
  {
    title: words({ en: 'Countries of work', fr: 'Pays d’action', es: 'Países de trabajo', ar: 'بلدان العمل' }),
    width: 24,
    value: ({ countriesOfWork }, { language }) => together(countriesOfWork.map((code) => countryName(code, language))),
  },
  {
    title: words({ en: 'Languages of work', fr: 'Langues de travail', es: 'Idiomas de trabajo', ar: 'لغات العمل' }),
    width: 24,
    value: ({ languages }, { language }) => together(languages.map((code) => languageName(code, language))),
  },
  {
    title: words({ en: 'Themes, as stated', fr: 'Thèmes déclarés', es: 'Temas declarados', ar: 'المواضيع المعلنة' }),
    width: 30,
    value: (organisation, { language }) => together(themesOf(organisation, 'STATED').map((id) => themeName(id, language))),
  },
  {
    title: words({
      en: 'Themes, read from the name',
      fr: 'Thèmes lus dans le nom',
      es: 'Temas leídos en el nombre',
      ar: 'المواضيع المستنتجة من الاسم',
    }),
    width: 30,
    value: (organisation, { language }) => together(themesOf(organisation, 'NAME').map((id) => themeName(id, language))),
  },
  {
    title: words({
      en: 'UN and regional mechanisms',
      fr: 'Mécanismes de l’ONU et régionaux',
      es: 'Mecanismos de la ONU y regionales',
      ar: 'آليات الأمم المتحدة والآليات الإقليمية',
    }),
    width: 30,
    value: ({ mechanisms }, { language }) => together(mechanisms.map((each) => mechanismLabels[each][language])),
  },
  {
    title: words({ en: 'Offers', fr: 'Propose', es: 'Ofrece', ar: 'تعرض' }),
    width: 24,
    value: ({ offers }, { language }) => together(offers.map((id) => exchangeName(id, language))),
  },
  {
    title: words({ en: 'Seeks', fr: 'Recherche', es: 'Busca', ar: 'تبحث عن' }),
    width: 24,
    value: ({ seeks }, { language }) => together(seeks.map((id) => exchangeName(id, language))),
  },
  {
    title: words({ en: 'Founded in', fr: 'Fondée en', es: 'Fundada en', ar: 'سنة التأسيس' }),
    width: 10,
    value: ({ foundedIn }) => foundedIn,
  },
  { title: words({ en: 'Website', fr: 'Site web', es: 'Sitio web', ar: 'الموقع' }), width: 30, value: ({ website }) => website },
  {
    title: words({ en: 'Description', fr: 'Description', es: 'Descripción', ar: 'الوصف' }),
    width: 50,
    value: (organisation, { language }) => descriptionFor(organisation, language)?.text ?? null,
  },
  { title: sheetNames.affiliations, width: 40, value: (organisation) => together(networksOf(organisation)) },
  { title: confidenceTitle, width: 20, value: ({ confidence }, { language }) => confidenceLabels[confidence][language] },
  { title: sourceTitle, width: 40, value: ({ sourceUrl }) => sourceUrl },
  {
    title: words({ en: 'Source read on', fr: 'Source lue le', es: 'Fuente leída el', ar: 'تاريخ قراءة المصدر' }),
    width: 14,
    value: ({ recordReadOn }) => recordReadOn,
  },
  {
    title: words({ en: 'Page in Plenum', fr: 'Page dans Plenum', es: 'Página en Plenum', ar: 'الصفحة في بلينوم' }),
    width: 40,
    value: (organisation, { language, publicUrl }) => addressIn(publicUrl, pathOf(organisation), language),
  },
];

type Membership = { organisation: OrganisationRecord; affiliation: OrganisationRecord['affiliations'][number] };

const affiliationColumns: readonly Column<Membership>[] = [
  { title: nameTitle, width: 42, value: ({ organisation }) => organisation.name },
  { title: words({ en: 'Network', fr: 'Réseau', es: 'Red', ar: 'الشبكة' }), width: 36, value: ({ affiliation }) => affiliation.network },
  { title: words({ en: 'As', fr: 'En tant que', es: 'Como', ar: 'بصفة' }), width: 16, value: ({ affiliation }) => affiliation.role },
  { title: words({ en: 'From', fr: 'Depuis', es: 'Desde', ar: 'من' }), width: 12, value: ({ affiliation }) => known(affiliation.from) },
  { title: words({ en: 'To', fr: 'Jusqu’à', es: 'Hasta', ar: 'إلى' }), width: 12, value: ({ affiliation }) => known(affiliation.to) },
  {
    title: words({ en: 'Named on', fr: 'Citée le', es: 'Nombrada el', ar: 'تاريخ الذكر' }),
    width: 12,
    value: ({ affiliation }) => known(affiliation.namedOn),
  },
  { title: confidenceTitle, width: 20, value: ({ affiliation }, { language }) => confidenceLabels[affiliation.confidence][language] },
  { title: sourceTitle, width: 50, value: ({ affiliation }) => affiliation.sourceUrl },
];

/** The list as a workbook in the reader's language: one sheet of organisations, one of the networks that they belong to. Text is text, whatever it begins with. */
export async function spreadsheet(organisations: readonly OrganisationRecord[], asked: Asked): Promise<Buffer> {
  return workbook([
    sheetOf(sheetNames.organisations, organisationColumns, organisations, asked),
    sheetOf(sheetNames.affiliations, affiliationColumns, membershipsOf(organisations), asked),
  ]);
}

function* membershipsOf(organisations: readonly OrganisationRecord[]): Generator<Membership> {
  for (const organisation of organisations) for (const affiliation of organisation.affiliations) yield { organisation, affiliation };
}

function sheetOf<T>(name: Words, columns: readonly Column<T>[], things: Iterable<T>, asked: Asked): Sheet {
  const { language } = asked;
  return {
    name: name[language],
    columns: columns.map(({ title, width }) => ({ title: title[language], width })),
    rows: rowsOf(columns, things, asked),
    isRightToLeft: directionOf(language) === 'rtl',
  };
}

function* rowsOf<T>(columns: readonly Column<T>[], things: Iterable<T>, asked: Asked): Generator<Cell[]> {
  for (const thing of things) yield columns.map((column) => column.value(thing, asked));
}

const together = (values: readonly string[]): string => values.join('; ');

/** Made once for each language: making one takes longer than a row. */
const languageNames = new Map<Language, Intl.DisplayNames>();

function languageName(code: string, language: Language): string {
  const names = languageNames.get(language) ?? new Intl.DisplayNames([language], { type: 'language' });
  languageNames.set(language, names);
  return names.of(code) ?? code;
}
