import type { Request, Response } from 'express';
import { asLanguage } from '../language.js';
import type { DescribePage } from '../Portal.js';
import type { RequestContext } from '../RequestContext.js';
import { words } from '../words.js';
import type { FoundPage, PageList } from './PageList.js';
import type { Pages } from './Pages.js';
import { openToOtherSites } from './security.js';

export interface PagesOfSite {
  /** Which addresses are pages. */
  list: PageList;
  /** What they say of themselves, by their pattern. */
  descriptions: ReadonlyMap<string, DescribePage>;
  /** The client's page; null while it has not been built. */
  client: Pages | null;
  /** The page that other sites may frame; null while it has not been built. */
  framed: Pages | null;
}

const nowhere = words({
  en: 'There is no page at this address',
  fr: 'Il n’y a pas de page à cette adresse',
  es: 'No hay ninguna página en esta dirección',
  ar: 'لا توجد صفحة في هذا العنوان',
});

/** Sends the page of the address; where there is none, the page that says so, with 404. What is hidden answers as what is unknown does. */
export async function answerPage(pages: PagesOfSite, context: RequestContext, request: Request, response: Response): Promise<void> {
  const found = pages.list.find(request.path);
  const page = found?.kind === 'forOtherSites' ? pages.framed : pages.client;
  if (page === null) {
    response.status(404).type('text/plain').send('The pages have not been built; `npm start` builds them.\n');
    return;
  }
  if (found?.kind === 'forOtherSites') {
    openToOtherSites(response);
    return page.send(context.language, request, response, { parts: found.parts });
  }
  const described = found && (await describe(pages, found, context));
  const head = {
    page: described ?? { title: nowhere[context.language] },
    isLanguageInAddress: asLanguage(new URL(request.url, context.publicUrl).searchParams.get('lang')) !== undefined,
    publicUrl: context.publicUrl,
  };
  return page.send(context.language, request, response, {
    head,
    ...(described === null ? { status: 404 } : { parts: found?.parts }),
  });
}

function describe({ descriptions }: PagesOfSite, { pattern, parameters }: FoundPage, context: RequestContext): ReturnType<DescribePage> {
  const ofRoom = descriptions.get(pattern);
  return ofRoom === undefined ? { title: null } : ofRoom(context, parameters);
}
