import { useTranslation } from '../../ui/useTranslation.js';
import type en from '../catalogues/en.json';

type ActName = keyof typeof en extends infer Key ? (Key extends `act.${infer Name}` ? Name : never) : never;

/** The acts of this room and of the command line, each with words in the catalogues. */
export const acts: readonly ActName[] = [
  'acceptSeatInvitation',
  'addContactDetail',
  'addPasskey',
  'agreeToOpenChildRecords',
  'appointOperator',
  'appointToOffice',
  'askToOpenChildRecords',
  'changeContactDetail',
  'closeChildRecords',
  'declineSeatInvitation',
  'endOffice',
  'endSeatHolding',
  'erasePerson',
  'importOrganisations',
  'inviteToSeat',
  'readChildRecords',
  'recordConsent',
  'refuseToOpenChildRecords',
  'registerChildAdvisor',
  'removeChildAdvisor',
  'removeContactDetail',
  'removePasskey',
  'replaceSeatHolder',
  'setAdministrator',
  'withdrawConsent',
  'withdrawSeatInvitation',
];

/** What an act is called; one that has no words yet goes by the name that the contract gives it. */
export function useActName(): (act: string) => string {
  const { t } = useTranslation('people');
  return (act) => (isKnown(act) ? t(`act.${act}`) : act);
}

function isKnown(act: string): act is ActName {
  return (acts as readonly string[]).includes(act);
}
