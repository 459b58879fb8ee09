import { Types } from 'mongoose';
import { Account } from './Account.js';
import { defaultsOf } from './countryDefaults.js';
import { Office } from './Office.js';
import type { DemonstrationRole } from './Person.js';
import { Person } from './Person.js';
import { seedDemonstrationChildAdvisors } from './safeguarding/demonstration.js';
import { Seat } from './Seat.js';
import { SeatHolding } from './SeatHolding.js';
import type { HeldOffice, SeatKind } from './Viewer.js';

interface Cast {
  role: DemonstrationRole;
  name: string;
  /** Where they live, ISO 3166-1 alpha-2, for their clock and their weekend. */
  country: string;
  seat: SeatKind;
  offices: readonly HeldOffice[];
}

/** Two play for each organisation in turn, so that there is always a colleague and always somebody elsewhere. */
const cast: readonly Cast[] = [
  { role: 'ADMINISTRATOR', name: 'Fictional Amal', country: 'EG', seat: 'REPRESENTATIVE', offices: [] },
  { role: 'MEMBER', name: 'Fictional Mira', country: 'PH', seat: 'CONTACT', offices: [] },
  {
    role: 'CONVENER',
    name: 'Fictional Chidi',
    country: 'KE',
    seat: 'REPRESENTATIVE',
    offices: [{ kind: 'CONVENER', scope: 'fictional-group' }],
  },
  {
    role: 'COORDINATOR',
    name: 'Fictional Corazon',
    country: 'PH',
    seat: 'DELEGATE',
    offices: [{ kind: 'COORDINATOR', scope: 'fictional-coalition' }],
  },
  { role: 'TREASURER', name: 'Fictional Tomas', country: 'CL', seat: 'REPRESENTATIVE', offices: [{ kind: 'TREASURER' }] },
  { role: 'SAFEGUARDING_LEAD', name: 'Fictional Sana', country: 'BD', seat: 'DELEGATE', offices: [{ kind: 'SAFEGUARDING_LEAD' }] },
  { role: 'SECRETARIAT', name: 'Fictional Selma', country: 'CH', seat: 'REPRESENTATIVE', offices: [{ kind: 'SECRETARIAT' }] },
  { role: 'OPERATOR', name: 'Fictional Ori', country: 'TG', seat: 'DELEGATE', offices: [{ kind: 'OPERATOR' }] },
  { role: 'SECOND_SAFEGUARDING_LEAD', name: 'Fictional Nils', country: 'SE', seat: 'DELEGATE', offices: [{ kind: 'SAFEGUARDING_LEAD' }] },
];

/** Adds the invented people of the demonstration network who are still missing, with their offices; answers how many. */
export async function seedDemonstrationPeople(now: Date): Promise<number> {
  let added = 0;
  for (const { role, name, country, offices } of cast) {
    if (await Person.exists({ demonstrationRole: role })) continue;
    const person = await Person.create({ name, isFictional: true, demonstrationRole: role });
    await Account.create({ personId: person._id, email: `${role.toLowerCase()}@fictional.example`, openedAt: now, ...defaultsOf(country) });
    for (const office of offices) await Office.create({ ...office, personId: person._id, startedAt: now });
    added += 1;
  }
  return added;
}

/**
 * Gives each invented person who holds no seat yet a seat of an invented organisation, two to an organisation, and the organisations
 * their invented child advisors; answers how many were seated.
 */
export async function seatDemonstrationPeople(organisationIds: readonly string[], now: Date): Promise<number> {
  let seated = 0;
  for (const [position, { role, seat: kind }] of cast.entries()) {
    const organisation = organisationIds[Math.floor(position / 2) % Math.max(1, organisationIds.length)];
    const person = await Person.findOne({ demonstrationRole: role });
    if (organisation === undefined || person === null || (await SeatHolding.exists({ personId: person._id }))) continue;
    const organisationId = new Types.ObjectId(organisation);
    const seat = await Seat.create({ organisationId, kind, openedAt: now });
    const isAdministrator = kind === 'REPRESENTATIVE';
    await SeatHolding.create({ seatId: seat._id, organisationId, kind, personId: person._id, isAdministrator, startedAt: now });
    seated += 1;
  }
  await seedDemonstrationChildAdvisors(organisationIds, now);
  return seated;
}
