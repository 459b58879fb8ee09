import type { Viewer } from '../people/index.js';
import type { RequestContext } from '../platform/RequestContext.js';
import type { DirectoryIndex } from './DirectoryIndex.js';
import { directory } from './start.js';

export { seedDemonstrationOrganisations } from './demonstration.js';
export type { DirectoryIndex } from './DirectoryIndex.js';
export type { PossibleDuplicateAnswer } from './duplicates/duplicates.js';
export type { OrganisationMergeRecord } from './duplicates/OrganisationMerge.js';
export { registerOrganisationReferences } from './duplicates/references.js';
export type { ProfileChangeRecord } from './keeping/history.js';
export type { KeepingOf } from './keeping/keepingOf.js';
export type { ProfileProposalRecord } from './keeping/ProfileProposal.js';
export type { ImportOptions, ImportProgress, ImportReport } from './import/importOrganisations.js';
export { importFile } from './import/importFile.js';
export { importOrganisations } from './import/importOrganisations.js';
export type { AffiliationRecord, OrganisationRecord } from './OrganisationRecord.js';
export type { OrganisationConnection } from './queries.js';
export type { PastVisit, PastVisits } from './peers/pastVisits.js';
export { registerPastVisits } from './peers/pastVisits.js';
export type { ConfirmationRecord, ThemeReading } from './profile.js';
export type { SearchReasonRecord } from './search/reasons.js';
export type { ThemeClusterRecord, ThemeRecord } from './themes/Thesaurus.js';
export type { ExchangeRecord } from './themes/thesaurusFile.js';
export { canSeeOrganisation, visibleTo } from './policy.js';
export { resolvers } from './resolvers.js';
export { startDirectory } from './start.js';

/** The directory reads from memory and needs no loaders. */
export type DirectoryLoaders = Record<never, never>;

/** What the directory adds to a request's context. */
export function contextParts(_request: RequestContext & { viewer: Viewer | null }): {
  directory: DirectoryIndex;
  loaders: DirectoryLoaders;
} {
  return { directory, loaders: {} };
}
