import type { Model } from 'mongoose';
import type { Words } from '../platform/words.js';
import { words } from '../platform/words.js';
import { ContactDetail } from './contact-details/ContactDetail.js';
import { ChildRecord } from './safeguarding/ChildRecord.js';
import { Seat } from './Seat.js';
import { SeatHolding } from './SeatHolding.js';
import { SeatInvitation } from './SeatInvitation.js';
import { seatsOfOrganisation } from './seatHoldings.js';

/** Where a room keeps the key of an organisation, so that it can follow when two entries are found to be one. */
export interface OrganisationReference {
  /** What stands there, in the reader's words. */
  what: Words;
  model: Pick<Model<unknown>, 'find' | 'updateMany' | 'modelName'>;
  /** The field that holds the key. */
  field: string;
  /** The matter on which nobody else decides meanwhile; left out where there is none. */
  matter?: (organisationId: string) => string;
}

const seats = words({ en: 'the seats', fr: 'les sièges', es: 'los puestos', ar: 'المقاعد' });
const holders = words({
  en: 'who holds the seats',
  fr: 'les titulaires des sièges',
  es: 'quién ocupa los puestos',
  ar: 'شاغلو المقاعد',
});
const invitations = words({ en: 'the invitations', fr: 'les invitations', es: 'las invitaciones', ar: 'الدعوات' });
const contactDetails = words({
  en: 'the contact details',
  fr: 'les coordonnées',
  es: 'los datos de contacto',
  ar: 'بيانات الاتصال',
});
const children = words({
  en: 'the child advisors that it supports',
  fr: 'les enfants conseillers qu’elle soutient',
  es: 'las niñas y niños asesores a quienes apoya',
  ar: 'الأطفال المستشارون الذين تدعمهم',
});

const matter = seatsOfOrganisation;
const plain = (model: unknown): OrganisationReference['model'] => model as OrganisationReference['model'];

/** Where this room keeps keys of organisations. */
export const organisationReferences: readonly OrganisationReference[] = [
  { what: seats, model: plain(Seat), field: 'organisationId', matter },
  { what: holders, model: plain(SeatHolding), field: 'organisationId', matter },
  { what: invitations, model: plain(SeatInvitation), field: 'organisationId', matter },
  { what: contactDetails, model: plain(ContactDetail), field: 'organisationId', matter: (id) => `contact details of ${id}` },
  { what: children, model: plain(ChildRecord), field: 'supportingOrganisationId' },
];
