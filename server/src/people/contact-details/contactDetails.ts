import type { Context } from '../../context.js';
import { during } from '../interval.js';
import { findOrganisation } from '../organisations.js';
import { canKeepContactDetailsOf } from '../policy.js';
import { SeatHolding } from '../SeatHolding.js';
import { commonGroundOf } from './commonGround.js';
import type { ContactDetailRecord, ContactVisibility } from './ContactDetail.js';
import { ContactDetail, contactKinds } from './ContactDetail.js';
import { visibleTo } from './visibleTo.js';

/** Those of an organisation and of the people who hold its seats now, as far as the viewer may see them. */
export async function contactDetailsOf(context: Context, organisationId: string): Promise<ContactDetailRecord[]> {
  const organisation = findOrganisation(organisationId, context.viewer, context.language);
  if (organisation === null) return [];
  const holdings = await SeatHolding.find({ organisationId: organisation.id, ...during(context.now()) }, { personId: 1 }).lean();
  return visible(context, { $or: [{ organisationId: organisation.id }, { personId: { $in: holdings.map(({ personId }) => personId) } }] });
}

/** What these organisations show to everybody, by their keys. The people who hold their seats are left out: what they show stands on pages, and is not handed out by the hundred. */
export async function publicContactDetailsOf(organisationIds: readonly string[]): Promise<ReadonlyMap<string, ContactDetailRecord[]>> {
  const condition = { $and: [{ organisationId: { $in: organisationIds } }, visibleTo(null, { personIds: [], organisationIds: [] })] };
  const details = await ContactDetail.find(condition).sort({ _id: 1 }).lean<ContactDetailRecord[]>();
  const byOrganisation = new Map<string, ContactDetailRecord[]>();
  for (const detail of details) {
    const id = String(detail.organisationId);
    byOrganisation.set(id, [...(byOrganisation.get(id) ?? []), detail]);
  }
  return byOrganisation;
}

export async function contactDetailsOfPerson(context: Context, personId: string): Promise<ContactDetailRecord[]> {
  return visible(context, { personId });
}

async function visible({ viewer }: Context, owners: Record<string, unknown>): Promise<ContactDetailRecord[]> {
  const condition = visibleTo(viewer, await commonGroundOf(viewer));
  const details = await ContactDetail.find({ $and: [owners, condition] })
    .sort({ _id: 1 })
    .lean<ContactDetailRecord[]>();
  return details.sort((one, other) => contactKinds.indexOf(one.kind) - contactKinds.indexOf(other.kind));
}

/** Whose it is, as policies want to know it. */
export function ownerOf({ personId, organisationId }: ContactDetailRecord): { personId: string } | { organisationId: string } {
  return personId === null ? { organisationId: String(organisationId) } : { personId: String(personId) };
}

export async function personNameOf(context: Context, { personId }: ContactDetailRecord): Promise<string | null> {
  return personId === null ? null : ((await context.loaders.person.load(String(personId)))?.name ?? null);
}

/** How narrow the circle is, which concerns its owner alone. */
export function visibilityFor(context: Context, detail: ContactDetailRecord): ContactVisibility | null {
  return canKeepContactDetailsOf(context.viewer, ownerOf(detail)) ? detail.visibility : null;
}
