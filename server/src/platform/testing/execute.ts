import type { Viewer } from '../../people/index.js';
import type { Language } from '../language.js';

/** Asks the portal's real Apollo Server on behalf of a viewer, without HTTP. */
export function execute<Data>(
  _operation: string,
  _as: { viewer?: Viewer | null; variables?: Record<string, unknown>; language?: Language; now?: Date } = {},
): Promise<{ data: Data | null | undefined; errors: readonly { message: string; path?: readonly (string | number)[]; extensions?: Record<string, unknown> }[] }> {
  throw new Error('not yet');
}
