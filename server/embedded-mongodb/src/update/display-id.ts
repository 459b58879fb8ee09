import { displayDocument } from '../bson/display.js';
import type { Document, Value } from '../bson/values.js';

/** The document as messages name it: `{_id: 1}`. */
export const displayId = (document: Document): string => {
  const id = document.get('_id');
  const shown = displayDocument(id === undefined ? new Map() : new Map<string, Value>([['_id', id]]));
  return shown.replace(/^\{ (.*) \}$/s, '{$1}');
};
