import type { Words } from '../../platform/words.js';
import { words } from '../../platform/words.js';

/** What the fields of an entry are called where a refusal names them. */
const fieldNames: Readonly<Record<string, Words>> = {
  name: words({ en: 'the name', fr: 'le nom', es: 'el nombre', ar: 'الاسم' }),
  acronym: words({ en: 'the acronym', fr: 'le sigle', es: 'la sigla', ar: 'الاختصار' }),
  names: words({ en: 'other names', fr: 'les autres noms', es: 'los otros nombres', ar: 'الأسماء الأخرى' }),
  type: words({ en: 'the type', fr: 'le type', es: 'el tipo', ar: 'النوع' }),
  level: words({ en: 'the level', fr: 'le niveau', es: 'el nivel', ar: 'المستوى' }),
  country: words({ en: 'the country', fr: 'le pays', es: 'el país', ar: 'البلد' }),
  foundedIn: words({ en: 'the founding year', fr: 'l’année de fondation', es: 'el año de fundación', ar: 'سنة التأسيس' }),
  identifiers: words({ en: 'identifiers', fr: 'les identifiants', es: 'los identificadores', ar: 'المعرّفات' }),
  statedThemes: words({ en: 'themes', fr: 'les thèmes', es: 'los temas', ar: 'المواضيع' }),
  mechanisms: words({ en: 'mechanisms', fr: 'les mécanismes', es: 'los mecanismos', ar: 'الآليات' }),
  countriesOfWork: words({ en: 'countries of work', fr: 'les pays d’action', es: 'los países de trabajo', ar: 'بلدان العمل' }),
  languages: words({ en: 'languages of work', fr: 'les langues de travail', es: 'los idiomas de trabajo', ar: 'لغات العمل' }),
  offers: words({ en: 'what it offers', fr: 'ce qu’elle offre', es: 'lo que ofrece', ar: 'ما تقدّمه' }),
  seeks: words({ en: 'what it seeks', fr: 'ce qu’elle cherche', es: 'lo que busca', ar: 'ما تبحث عنه' }),
  website: words({ en: 'the website', fr: 'le site', es: 'el sitio', ar: 'الموقع' }),
  descriptions: words({ en: 'descriptions', fr: 'les descriptions', es: 'las descripciones', ar: 'الأوصاف' }),
  chosenPlace: words({ en: 'the place on the map', fr: 'le lieu sur la carte', es: 'el lugar en el mapa', ar: 'المكان على الخريطة' }),
  seat: words({ en: 'the address', fr: 'l’adresse', es: 'la dirección', ar: 'العنوان' }),
  listing: words({ en: 'who sees it', fr: 'qui la voit', es: 'quién la ve', ar: 'من يراها' }),
  confirmations: words({
    en: 'what was confirmed',
    fr: 'ce qui a été confirmé',
    es: 'lo que se confirmó',
    ar: 'ما جرى تأكيده',
  }),
};

const record = words({ en: 'the public record', fr: 'les données publiques', es: 'los datos públicos', ar: 'البيانات العامة' });

export function nameOfField(field: string): Words {
  return fieldNames[field] ?? record;
}
