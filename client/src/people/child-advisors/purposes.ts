import type { ConsentPurpose } from '../../generated/graphql.js';

/** To what a child and a guardian can agree, what shows the most first. */
export const purposes: readonly ConsentPurpose[] = ['PUBLICATION', 'PARTICIPATION', 'MEDIA', 'TRAVEL'];
