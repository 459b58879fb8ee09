import type { Change } from '../storage/ChangeEvent.js';

/** Which changes a stream tells of: those of one collection, of one database, or of all. */
export class StreamScope {
  constructor(
    private readonly database: string | undefined,
    private readonly collection: string | undefined,
    private readonly expanded: boolean,
  ) {}

  includes(change: Change): boolean {
    if (
      this.concerns(change.namespace) ||
      (change.kind === 'rename' && change.to !== undefined && this.collection !== undefined && this.concerns(change.to))
    )
      return this.isTold(change);
    return false;
  }

  /** The stream ends with this change, since what it watches is gone. */
  isEndedBy(change: Change): boolean {
    if (this.collection !== undefined) return change.kind === 'drop' || change.kind === 'rename';
    return this.database !== undefined && change.kind === 'dropDatabase';
  }

  private isTold(change: Change): boolean {
    switch (change.kind) {
      case 'create':
      case 'createIndexes':
      case 'dropIndexes':
      case 'modify':
        return this.expanded;
      case 'dropDatabase':
        return this.collection === undefined;
      default:
        return true;
    }
  }

  private concerns(namespace: string): boolean {
    const dot = namespace.indexOf('.');
    const database = dot < 0 ? namespace : namespace.slice(0, dot);
    const collection = dot < 0 ? '' : namespace.slice(dot + 1);
    if (this.database === undefined) return !['admin', 'config', 'local'].includes(database) && !collection.startsWith('system.');
    if (database !== this.database) return false;
    return this.collection === undefined ? !collection.startsWith('system.') : dot < 0 || collection === this.collection;
  }
}
