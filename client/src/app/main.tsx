import '../ui/ui.css';
import './layout.css';
import { ApolloProvider } from '@apollo/client/react';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, matchRoutes } from 'react-router';
import { possibleTypes } from 'virtual:possible-types';
import type { LazyPage } from '../ui/lazyPage.js';
import { App } from './App.js';
import { createApolloClient } from './apollo.js';
import { loadCatalogue } from './catalogues.js';
import { startI18n } from './i18n.js';
import { keepLanguage, readersLanguage } from './readersLanguage.js';
import { routes } from './routes.js';

const language = readersLanguage(location.search, document.cookie, document.documentElement.lang);
keepLanguage(language);
const client = createApolloClient(possibleTypes);

function start() {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no element called root.');
  // In steps between which a slow phone can answer its reader.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <ApolloProvider client={client}>
          <BrowserRouter useTransitions={false}>
            <App />
          </BrowserRouter>
        </ApolloProvider>
      </StrictMode>,
    ),
  );
}

/** Without its words there is no page: the few that stand in the document itself say so. */
function sayThatItFailed() {
  document.getElementById('root')?.replaceChildren();
  document.getElementById('failed')?.removeAttribute('hidden');
}

// The page itself comes at the same time as the words of the frame; what the server has written stands until both are there.
const page = matchRoutes(routes, location)?.map(({ route }) => (route.handle as LazyPage | undefined)?.load());
startI18n(language, loadCatalogue)
  .then(() => Promise.allSettled(page ?? []))
  .then(start, sayThatItFailed);
