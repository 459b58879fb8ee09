import i18next, { type BackendModule, type i18n } from 'i18next';
import { formatIn } from '../ui/format.js';
import { asLanguage, type Language, languages } from '../ui/language.js';

/** Brings the words of one room in one language. */
export type LoadCatalogue = (room: string, language: Language) => Promise<Record<string, string>>;

/** Prepares the words of the frame in one language; those of a room come with its first page, another language when it is chosen. */
export async function startI18n(language: Language, loadCatalogue: LoadCatalogue): Promise<i18n> {
  const backend: BackendModule = {
    type: 'backend',
    init: () => undefined,
    read: (tag, room, done) =>
      void loadCatalogue(room, asLanguage(tag) ?? 'en').then(
        (words) => done(null, words),
        (error: Error) => done(error, false),
      ),
  };
  await i18next.use(backend).init({
    lng: language,
    supportedLngs: languages,
    fallbackLng: false,
    load: 'currentOnly',
    ns: ['app', 'ui'],
    defaultNS: 'app',
    keySeparator: false,
    nsSeparator: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  const missing = ['app', 'ui'].find((room) => !i18next.hasResourceBundle(language, room));
  if (missing) throw new Error(`The words of ${missing} did not arrive.`);
  i18next.services.formatter?.add('number', (value: number, tag) => formatIn(asLanguage(tag) ?? 'en').number(value));
  return i18next;
}
