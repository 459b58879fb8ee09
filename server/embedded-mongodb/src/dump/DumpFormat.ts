/** `archive` is mongodump's, for mongorestore and back; `ndjson` is one line of Extended JSON a document, for people and scripts. */
export type DumpFormat = 'archive' | 'ndjson';

export const isDumpFormat = (text: string): text is DumpFormat => text === 'archive' || text === 'ndjson';
