import type { Words } from '../../platform/words.js';
import { words } from '../../platform/words.js';
import type { ProfileSectionName } from '../profile.js';

/** What the sections of a profile are called in mails. */
export const sectionNames: Readonly<Record<ProfileSectionName, Words>> = {
  IDENTITY: words({ en: 'Who you are', fr: 'Qui vous êtes', es: 'Quiénes son', ar: 'من أنتم' }),
  WORK: words({ en: 'What you work on', fr: 'Vos domaines de travail', es: 'En qué trabajan', ar: 'مجالات عملكم' }),
  EXCHANGE: words({
    en: 'What you offer and seek',
    fr: 'Ce que vous offrez et cherchez',
    es: 'Lo que ofrecen y buscan',
    ar: 'ما تقدّمونه وما تبحثون عنه',
  }),
  PRESENCE: words({
    en: 'Website and descriptions',
    fr: 'Site et descriptions',
    es: 'Sitio y descripciones',
    ar: 'الموقع والأوصاف',
  }),
  AFFILIATIONS: words({ en: 'Your networks', fr: 'Vos réseaux', es: 'Sus redes', ar: 'شبكاتكم' }),
};
