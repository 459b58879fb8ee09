import { Types } from 'mongoose';
import { Account } from './Account.js';
import { defaultsOf } from './countryDefaults.js';
import { Office } from './Office.js';
import type { DemonstrationRole } from './Person.js';
import { Person } from './Person.js';
import { Seat } from './Seat.js';
import { SeatHolding } from './SeatHolding.js';
import type { HeldOffice, SeatKind } from './Viewer.js';

/** An invented organisation whose seats the invented people hold. */
export interface DemonstrationOrganisation {
  id: string;
  /** ISO 3166-1 alpha-2, for the settings of its people. */
  country: string | null;
}

interface Cast {
  role: DemonstrationRole;
  name: string;
  email: string;
  seat: SeatKind;
  isAdministrator: boolean;
  offices: readonly HeldOffice[];
}

const cast: readonly Cast[] = [
  {
    role: 'ADMINISTRATOR',
    name: 'Fictional Amal Example',
    email: 'amal@fictional.example',
    seat: 'REPRESENTATIVE',
    isAdministrator: true,
    offices: [],
  },
  { role: 'MEMBER', name: 'Fictional Mira Example', email: 'mira@fictional.example', seat: 'CONTACT', isAdministrator: false, offices: [] },
  {
    role: 'CONVENER',
    name: 'Fictional Chidi Example',
    email: 'chidi@fictional.example',
    seat: 'DELEGATE',
    isAdministrator: false,
    offices: [{ kind: 'CONVENER', scope: 'fictional-working-group' }],
  },
  {
    role: 'COORDINATOR',
    name: 'Fictional Corazon Example',
    email: 'corazon@fictional.example',
    seat: 'DELEGATE',
    isAdministrator: false,
    offices: [{ kind: 'COORDINATOR', scope: 'fictional-coalition' }],
  },
  {
    role: 'TREASURER',
    name: 'Fictional Tomas Example',
    email: 'tomas@fictional.example',
    seat: 'DELEGATE',
    isAdministrator: false,
    offices: [{ kind: 'TREASURER' }],
  },
  {
    role: 'SAFEGUARDING_LEAD',
    name: 'Fictional Sana Example',
    email: 'sana@fictional.example',
    seat: 'DELEGATE',
    isAdministrator: false,
    offices: [{ kind: 'SAFEGUARDING_LEAD' }],
  },
  {
    role: 'SECRETARIAT',
    name: 'Fictional Selma Example',
    email: 'selma@fictional.example',
    seat: 'DELEGATE',
    isAdministrator: false,
    offices: [{ kind: 'SECRETARIAT' }],
  },
  {
    role: 'OPERATOR',
    name: 'Fictional Ori Example',
    email: 'ori@fictional.example',
    seat: 'DELEGATE',
    isAdministrator: false,
    offices: [{ kind: 'OPERATOR' }],
  },
];

/**
 * Adds the invented people of the demonstration network who are still missing, spread over the invented organisations in turn;
 * answers with how many were added.
 */
export async function seedDemonstrationPeople(organisations: readonly DemonstrationOrganisation[], now: Date): Promise<number> {
  let added = 0;
  for (const [position, member] of cast.entries()) {
    if (await Person.exists({ demonstrationRole: member.role })) continue;
    const organisation = organisations[position % Math.max(1, organisations.length)] ?? null;
    await addMember(member, organisation, now);
    added += 1;
  }
  return added;
}

async function addMember(member: Cast, organisation: DemonstrationOrganisation | null, now: Date): Promise<void> {
  const person = await Person.create({ name: member.name, isFictional: true, demonstrationRole: member.role });
  await Account.create({ personId: person._id, email: member.email, openedAt: now, ...defaultsOf(organisation?.country ?? null) });
  for (const office of member.offices) await Office.create({ ...office, personId: person._id, startedAt: now });
  if (organisation === null) return;
  const organisationId = new Types.ObjectId(organisation.id);
  const seat = await Seat.create({ organisationId, kind: member.seat, openedAt: now });
  await SeatHolding.create({
    seatId: seat._id,
    organisationId,
    kind: member.seat,
    personId: person._id,
    isAdministrator: member.isAdministrator,
    startedAt: now,
  });
}
