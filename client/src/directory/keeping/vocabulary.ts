import type { IdentifierScheme, NameKind } from '../../generated/graphql.js';

export const nameKinds: readonly NameKind[] = ['TRANSLATED', 'ALSO_KNOWN', 'FORMER'];

export const identifierSchemes: readonly IdentifierScheme[] = ['ROR', 'ISNI', 'WIKIDATA', 'LEI', 'ECOSOC', 'NATIONAL_REGISTER'];
