import 'i18next';
import type app from './app/catalogues/en.json';
import type home from './app/home/catalogues/en.json';
import type directory from './directory/catalogues/en.json';
import type keeping from './directory/keeping/catalogues/en.json';
import type map from './directory/map/catalogues/en.json';
import type facets from './directory/facets/catalogues/en.json';
import type organisation from './directory/organisation/catalogues/en.json';
import type peers from './directory/peers/catalogues/en.json';
import type sources from './directory/sources/catalogues/en.json';
import type waysOut from './directory/ways-out/catalogues/en.json';
import type people from './people/catalogues/en.json';
import type childAdvisors from './people/child-advisors/catalogues/en.json';
import type suggestions from './directory/suggestions/catalogues/en.json';
import type ui from './ui/catalogues/en.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    keySeparator: false;
    nsSeparator: false;
    returnNull: false;
    resources: {
      app: typeof app;
      home: typeof home;
      directory: typeof directory;
      keeping: typeof keeping;
      map: typeof map;
      facets: typeof facets;
      organisation: typeof organisation;
      peers: typeof peers;
      sources: typeof sources;
      'ways-out': typeof waysOut;
      people: typeof people;
      'child-advisors': typeof childAdvisors;
      suggestions: typeof suggestions;
      ui: typeof ui;
    };
  }
}
