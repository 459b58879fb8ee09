import { words } from '../../platform/words.js';
import type { SeatKind } from '../Viewer.js';
import type { Words } from '../../platform/words.js';

/** What the kinds of seats are called in mails. */
export const seatKindNames: Readonly<Record<SeatKind, Words>> = {
  REPRESENTATIVE: words({ en: 'representative', fr: 'représentant', es: 'representante', ar: 'ممثل' }),
  ALTERNATE: words({ en: 'alternate', fr: 'suppléant', es: 'suplente', ar: 'نائب الممثل' }),
  CONTACT: words({ en: 'contact', fr: 'contact', es: 'contacto', ar: 'جهة اتصال' }),
  DELEGATE: words({ en: 'delegate', fr: 'délégué', es: 'delegado', ar: 'مندوب' }),
};
