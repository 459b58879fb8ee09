import { words } from '../../platform/words.js';

/** How a mail begins to somebody whose name is known. */
export const greeting = words({ en: 'Hello {name},', fr: 'Bonjour {name},', es: 'Hola, {name}:', ar: 'مرحبًا {name}،' });
