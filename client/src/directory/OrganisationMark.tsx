import type { OrganisationLevel } from '../generated/graphql.js';
import { initialsOf } from './initials.js';

const classByLevel: Readonly<Record<OrganisationLevel, string>> = {
  NATIONAL: '',
  REGIONAL: 'organisation-mark--ringed',
  INTERNATIONAL: 'organisation-mark--round',
};

/** Letters, never a logo. The outline tells the kind: square for national or local, ringed for regional, round for international, dashed for invented. */
export function OrganisationMark({
  name,
  level,
  isFictional,
  size = '',
}: {
  name: string;
  level: OrganisationLevel;
  isFictional: boolean;
  size?: '' | 'small' | 'large';
}) {
  const classes = [
    'organisation-mark',
    classByLevel[level],
    isFictional && 'organisation-mark--fictional',
    size && `organisation-mark--${size}`,
  ];
  return (
    <span className={classes.filter(Boolean).join(' ')} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
