import type { ChildRecordRecord, ConsentPurpose, ConsentRecord } from './ChildRecord.js';

/** The day of a moment in UTC, `YYYY-MM-DD`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** Whether both have signed, it has not expired and nobody has taken it back, at the moment. */
export function isValidAt(consent: ConsentRecord, at: Date): boolean {
  const day = dayOf(at);
  const hasBegun = consent.childSignedOn <= day && consent.guardianSignedOn <= day;
  return hasBegun && day <= consent.expiresOn && (consent.withdrawnAt === null || at < consent.withdrawnAt);
}

/** Whether the child and the guardian agree to the purpose at the moment. */
export function agreesTo({ consents }: Pick<ChildRecordRecord, 'consents'>, purpose: ConsentPurpose, at: Date): boolean {
  return consents.some((consent) => consent.purpose === purpose && isValidAt(consent, at));
}

/** Whether the mandate lasts at the moment, its first and last day included. */
export function hasMandateAt(record: Pick<ChildRecordRecord, 'mandateStartsOn' | 'mandateEndsOn'>, at: Date): boolean {
  const day = dayOf(at);
  return record.mandateStartsOn <= day && day <= record.mandateEndsOn;
}
