import '../../ui/ui.css';
import i18next from 'i18next';
import { loadFrame, wordsOfFrame } from '../../directory/index.js';
import { asLanguage, directionOf } from '../../ui/language.js';
import { loadCatalogue } from '../catalogues.js';
import { startI18n } from '../i18n.js';

/** The frame on another site. It keeps nothing on the visitor's device, and asks as a stranger, whoever is signed in at the portal. */
async function start() {
  const query = new URLSearchParams(location.search);
  const language = asLanguage(query.get('lang')) ?? asLanguage(document.documentElement.lang) ?? 'en';
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
  const root = document.getElementById('frame');
  if (!root) throw new Error('The page has no element called frame.');
  const [showFrame] = await Promise.all([loadFrame(), startI18n(language, loadCatalogue)]);
  await i18next.loadNamespaces(wordsOfFrame);
  document.title = i18next.t('frame.title', { ns: 'ways-out' });
  showFrame(root, query, language);
}

start().catch(() => document.getElementById('failed')?.removeAttribute('hidden'));
