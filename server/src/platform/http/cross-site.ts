import type { IncomingMessage } from 'node:http';

/** Whether a page of another site sent this: browsers name the page, and send cookies whatever the page. Other programs name none, and may ask. */
export function isFromAnotherSite({ headers }: Pick<IncomingMessage, 'headers'>, publicUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin).host;
  return from !== host && from !== new URL(publicUrl).host;
}
