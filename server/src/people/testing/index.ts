// The door for tests of other rooms, as index.ts is for their code.
export { Account } from '../Account.js';
export { AuditEntry } from '../audit/AuditEntry.js';
export { ContactDetail } from '../contact-details/ContactDetail.js';
export { Office } from '../Office.js';
export { Seat } from '../Seat.js';
export { SeatHolding } from '../SeatHolding.js';
export { addPerson } from './addPerson.js';
export type { Attempt, Target } from './attempts.js';
