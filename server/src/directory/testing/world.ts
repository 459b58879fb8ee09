import { Types } from 'mongoose';
import { addPerson } from '../../people/testing/index.js';
import type { Viewer } from '../../people/index.js';
import { execute } from '../../platform/testing/execute.js';
import type { TestRequest } from '../../platform/testing/request.js';
import { profileVersion } from '../keeping/keep.js';
import type { OrganisationShape } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import type { ProfileSectionName } from '../profile.js';
import { directory } from '../start.js';
import { organisationShape } from './records.js';

/** What a mutation of this room answered, and the code of its error. */
export interface Tried {
  outcome: (Record<string, unknown> & { __typename: string }) | undefined;
  code: unknown;
}

/** Does a mutation, asking for these fields of its answer. */
export async function act(mutation: string, input: object, viewer: Viewer | null, fields = '', asking: TestRequest = {}): Promise<Tried> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await execute<Record<string, Tried['outcome']>>(
    `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename ${fields} } }`,
    { variables: { input }, viewer, ...asking },
  );
  return { outcome: data?.[mutation], code: errors[0]?.extensions?.['code'] };
}

/** Asks, and expects an answer without errors. */
export async function ask<Data>(
  query: string,
  viewer: Viewer | null,
  variables: Record<string, unknown> = {},
  asking: TestRequest = {},
): Promise<Data> {
  const { data, errors } = await execute<Data>(query, { variables, viewer, ...asking });
  if (errors.length > 0 || data == null) throw new Error(JSON.stringify(errors));
  return data;
}

/** An invented organisation of which the directory knows. */
export async function addOrganisation(
  facts: Partial<OrganisationShape> & { name: string },
): Promise<{ _id: Types.ObjectId; id: string; slug: string }> {
  const shape = organisationShape({ isFictional: true, country: 'KE', ...facts });
  await Organisation.create(shape);
  directory.putOrganisation(shape);
  return { _id: shape._id, id: String(shape._id), slug: shape.slug };
}

/** An organisation with an administrator and a colleague, and those who look at it from outside. */
export async function aCouncil(facts: Partial<OrganisationShape> & { name?: string } = {}) {
  const organisation = await addOrganisation({ name: 'Fictional Council', ...facts });
  const administrator = await addPerson({ name: 'Amal', seats: [{ organisationId: organisation._id, isAdministrator: true }] });
  const colleague = await addPerson({ name: 'Mira', seats: [{ organisationId: organisation._id }] });
  const elsewhere = await addPerson({ seats: [{ organisationId: new Types.ObjectId(), isAdministrator: true }] });
  const secretariat = await addPerson({ name: 'Selma', offices: [{ kind: 'SECRETARIAT' }] });
  return { organisation, administrator, colleague, elsewhere, secretariat };
}

/** The version of a section, or of the whole profile. */
export function versionOf(id: string, section: ProfileSectionName | null = null): string {
  const record = directory.byId(id, null) ?? directory.byId(id, viewerFor(id));
  if (record === null) throw new Error(`No entry has the key ${id}.`);
  return profileVersion(record, section);
}

function viewerFor(organisationId: string): Viewer {
  return { accountId: '', personId: '', offices: [], seats: [{ organisationId, kind: 'CONTACT', isAdministrator: false }] };
}
