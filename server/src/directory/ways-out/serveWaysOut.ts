import { tooManyRequests } from '../../platform/errors.js';
import { readPageList } from '../../platform/http/PageList.js';
import type { Portal } from '../../platform/Portal.js';
import { rateLimit, rateLimitKey } from '../../platform/rate-limit.js';
import type { RequestContext } from '../../platform/RequestContext.js';
import type { FormatName } from '../directoryFile.js';
import { directoryFile, formats } from '../directoryFile.js';
import type { DirectoryIndex } from '../DirectoryIndex.js';
import { feedPath, organisationsFeed } from './organisationsFeed.js';
import { pageDescriptions } from './pageDescriptions.js';
import { robots } from './robots.js';
import { sitemap, sitemapPath } from './sitemap.js';

/** How many files one address may have made in a minute; each is made anew and may hold the whole directory. */
const filesInMinute = 60;

/** Everything by which the directory leaves the portal: files of the list, the feed, what search engines read. All of it is what everybody may see. */
export function serveWaysOut(portal: Portal, directory: DirectoryIndex): void {
  const limit = rateLimit({ name: 'files of the directory', points: filesInMinute, seconds: 60 });
  const withinLimit = async ({ address, environment }: RequestContext): Promise<void> => {
    if (environment.rateLimit === 0) return;
    const { allowed, retryAfterSeconds } = await limit.spend(rateLimitKey(address));
    if (!allowed) throw tooManyRequests(retryAfterSeconds);
  };
  for (const name of Object.keys(formats) as FormatName[]) {
    portal.serveFile(`/directory.${name}`, async (request, parameters) => {
      await withinLimit(request);
      return directoryFile(directory, name, parameters, request);
    });
  }
  portal.serveFile(feedPath, async (request) => {
    await withinLimit(request);
    const { language, publicUrl } = request;
    if (directory.network === null) throw new Error('The feed is asked for before the directory has started.');
    const body = organisationsFeed(directory.all(null, language), { network: directory.network, language, publicUrl });
    return { contentType: 'application/atom+xml; charset=utf-8', fileName: null, body };
  });
  const pages = readPageList();
  portal.serveFile(sitemapPath, async (request, parameters) => {
    await withinLimit(request);
    const asked = { part: parameters.get('part'), publicUrl: request.publicUrl };
    const body = sitemap(pages.addresses('forEverybody'), directory.all(null, 'en'), asked);
    return { contentType: 'application/xml; charset=utf-8', fileName: null, body };
  });
  portal.serveFile('/robots.txt', ({ publicUrl }) =>
    Promise.resolve({ contentType: 'text/plain; charset=utf-8', fileName: null, body: robots(pages.addresses('forPeople'), publicUrl) }),
  );
  for (const [pattern, describe] of pageDescriptions(directory)) portal.describePage(pattern, describe);
}
