/** What the column `network` says of an organisation. */
export type NetworkColumn =
  /** Nothing. */
  | { kind: 'none' }
  /** The organisation is itself the secretariat of a network. */
  | { kind: 'secretariat' }
  /** It belongs to a network or acted with it; `role` is the source's own word for as what, null for a member. */
  | { kind: 'affiliation'; network: string; role: string | null };

/**
 * Reads the column `network`: "Eurochild", "CRC Asia (APPM participant)", "(network secretariat)" or nothing.
 * What stands in parentheses at the end is the role. Throws no error; null means that it cannot be understood.
 */
export function parseNetwork(column: string): NetworkColumn | null {
  if (column === '') return { kind: 'none' };
  const parts = /^(?<network>[^()]*?)\s*(?:\((?<role>[^()]+)\))?$/.exec(column)?.groups;
  if (parts === undefined) return null;
  const network = parts['network'] ?? '';
  const role = parts['role']?.trim() ?? '';
  if (network === '') return /^network secretariat\b/i.test(role) ? { kind: 'secretariat' } : null;
  return { kind: 'affiliation', network, role: role === '' || role.toLowerCase() === 'member' ? null : role };
}
