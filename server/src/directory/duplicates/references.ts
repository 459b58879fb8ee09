import type { Types } from 'mongoose';
import type { OrganisationReference } from '../../people/index.js';
import { organisationReferences } from '../../people/index.js';
import { words } from '../../platform/words.js';
import { Affiliation } from '../Affiliation.js';
import { ProfileProposal } from '../keeping/ProfileProposal.js';

const networks = words({ en: 'the networks', fr: 'les réseaux', es: 'las redes', ar: 'الشبكات' });
const proposals = words({
  en: 'the proposed changes',
  fr: 'les modifications proposées',
  es: 'los cambios propuestos',
  ar: 'التغييرات المقترحة',
});

const own: readonly OrganisationReference[] = [
  { what: networks, model: Affiliation as unknown as OrganisationReference['model'], field: 'organisation' },
  { what: proposals, model: ProfileProposal as unknown as OrganisationReference['model'], field: 'organisationId' },
];

const registered: OrganisationReference[] = [];

/** A later room says here where it keeps keys of organisations, so that they follow when two entries are merged; called when the portal starts. */
export function registerOrganisationReferences(references: readonly OrganisationReference[]): void {
  for (const each of references) if (!registered.includes(each)) registered.push(each);
}

/** Every place where a room keeps the key of an organisation. */
export function allReferences(): readonly OrganisationReference[] {
  return [...own, ...organisationReferences, ...registered];
}

/** What stood at one place when two entries were merged. */
export interface Followed {
  /** Which place: model and field. */
  place: string;
  /** Documents that followed to the entry that stays, with the moment of their last change. */
  moved: Mark[];
  /** Documents that the entry that stays had already. */
  there: Mark[];
}

interface Mark {
  id: Types.ObjectId;
  /** Null for what was never changed through a model. */
  changedAt: Date | null;
}

interface Found {
  _id: Types.ObjectId;
  updatedAt?: Date;
  networkSlug?: string;
  role?: string | null;
  sourceUrl?: string;
}

const placeOf = ({ model, field }: OrganisationReference): string => `${model.modelName}.${field}`;

/** Has everything follow from one entry to the other; inside the transaction of the merging. Nothing but the key is touched. */
export async function follow(fromId: Types.ObjectId, toId: Types.ObjectId): Promise<Followed[]> {
  const all: Followed[] = [];
  for (const reference of allReferences()) {
    const { model, field } = reference;
    const [moving, there] = [await found(reference, fromId), await found(reference, toId)];
    const moved = moving.filter((each) => !there.some((other) => saysTheSame(each, other)));
    if (moved.length > 0) await model.updateMany({ _id: { $in: moved.map(({ _id }) => _id) } }, { [field]: toId }, { timestamps: false });
    all.push({ place: placeOf(reference), moved: moved.map(markOf), there: there.map(markOf) });
  }
  return all;
}

/** What was changed at these places since the merging; empty when all stands as it was left. */
export async function changedSince(followed: readonly Followed[], toId: Types.ObjectId): Promise<OrganisationReference[]> {
  const changed: OrganisationReference[] = [];
  for (const reference of allReferences()) {
    const then = followed.find(({ place }) => place === placeOf(reference));
    const expected = [...(then?.moved ?? []), ...(then?.there ?? [])].map(textOf).sort();
    const really = (await found(reference, toId)).map(markOf).map(textOf).sort();
    if (expected.join() !== really.join()) changed.push(reference);
  }
  return changed;
}

/** Takes everything back that had followed; inside the transaction of the undoing. */
export async function takeBack(followed: readonly Followed[], backTo: Types.ObjectId): Promise<void> {
  for (const { model, field, ...rest } of allReferences()) {
    const ids = followed.find(({ place }) => place === placeOf({ model, field, ...rest }))?.moved.map(({ id }) => id) ?? [];
    if (ids.length > 0) await model.updateMany({ _id: { $in: ids } }, { [field]: backTo }, { timestamps: false });
  }
}

async function found({ model, field }: OrganisationReference, id: Types.ObjectId): Promise<Found[]> {
  return (await model
    .find({ [field]: id })
    .sort({ _id: 1 })
    .lean()) as unknown as Found[];
}

function markOf({ _id, updatedAt }: Found): Mark {
  return { id: _id, changedAt: updatedAt ?? null };
}

function textOf({ id, changedAt }: Mark): string {
  return `${String(id)} ${changedAt?.toISOString() ?? ''}`;
}

/** The same network, role and source: one of the two is enough, and the other stays with the entry that went. */
function saysTheSame(one: Found, other: Found): boolean {
  return (
    one.networkSlug !== undefined && one.networkSlug === other.networkSlug && one.role === other.role && one.sourceUrl === other.sourceUrl
  );
}
