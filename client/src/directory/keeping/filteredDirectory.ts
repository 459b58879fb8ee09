/** The address of the directory with one theme or exchange chosen. */
export function filteredDirectory(name: 'theme' | 'offer' | 'seek', id: string): string {
  return `/directory?${name}=${id}`;
}
