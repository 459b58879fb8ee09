import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

const example = `# Whom do we meet? Organisations of the network in South-East Asia, each with its source.
query FindPeers {
  organisations(filter: { countries: ["KH", "PH", "TH"] }, sort: NAME, first: 10) {
    totalCount
    edges {
      node {
        name
        country
        level
        affiliations {
          network
          sourceUrl
        }
      }
    }
    facets {
      levels {
        level
        count
      }
    }
  }
}
`;

const element = document.getElementById('explorer');
if (!element) throw new Error('The page has no element called explorer.');
const fetcher = createGraphiQLFetcher({ url: '/graphql', headers: { 'apollo-require-preflight': '1' } });
createRoot(element).render(<GraphiQL fetcher={fetcher} defaultQuery={example} />);
