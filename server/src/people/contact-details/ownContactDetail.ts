import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { notFound } from '../../platform/errors.js';
import { canKeepContactDetailsOf } from '../policy.js';
import type { ContactDetailRecord } from './ContactDetail.js';
import { ContactDetail } from './ContactDetail.js';
import { ownerOf } from './contactDetails.js';

/** The contact detail, if the viewer keeps it; for everybody else there is none, so that nobody learns of details that are hidden from them. */
export async function ownContactDetail({ viewer }: Context, id: string): Promise<ContactDetailRecord> {
  const detail = isValidObjectId(id) ? await ContactDetail.findById(id).lean<ContactDetailRecord>() : null;
  if (detail === null || !canKeepContactDetailsOf(viewer, ownerOf(detail))) throw notFound();
  return detail;
}
