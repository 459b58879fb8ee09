import { addressIn } from '../../platform/http/PageHead.js';
import { languages } from '../../platform/language.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { lastingIdOf, pathOf, themeName, themesOf } from './facts.js';

/** The name of a language for readers of schema.org, with the text in it. */
const inLanguage = (language: string | null, text: string): object | string =>
  language === null ? text : { '@language': language, '@value': text };

/** An organisation in the words of schema.org; what is not stated is left out. */
export function schemaOrgOrganisation(organisation: OrganisationRecord, publicUrl: string): Record<string, unknown> {
  const { name, acronym, names, descriptions, country, place, foundedIn, website, countriesOfWork, affiliations } = organisation;
  const alternate = [...names.map(({ language, text }) => inLanguage(language, text)), ...(acronym === null ? [] : [acronym])];
  const memberOf = new Map(affiliations.map(({ networkSlug, network }) => [networkSlug, { '@type': 'Organization', name: network }]));
  const identifiers = organisation.identifiers.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, value }));
  return filled({
    '@type': 'Organization',
    '@id': lastingIdOf(organisation),
    name,
    alternateName: alternate,
    description: descriptions.map(({ language, text }) => inLanguage(language, text)),
    url: addressIn(publicUrl, pathOf(organisation), null),
    sameAs: website,
    identifier: identifiers,
    foundingDate: foundedIn === null ? null : String(foundedIn),
    address:
      country === null
        ? null
        : filled({ '@type': 'PostalAddress', addressLocality: place?.city, addressRegion: place?.region, addressCountry: country }),
    areaServed: countriesOfWork.map((code) => ({ '@type': 'Country', identifier: code })),
    knowsLanguage: organisation.languages,
    knowsAbout: themesOf(organisation, 'STATED').flatMap((id) => languages.map((each) => inLanguage(each, themeName(id, each)))),
    memberOf: [...memberOf.values()],
    disambiguatingDescription: organisation.isFictional ? 'Invented for a demonstration; it does not exist.' : null,
  });
}

/** The list as one document of linked data. */
export function jsonLd(organisations: readonly OrganisationRecord[], publicUrl: string): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': organisations.map((organisation) => schemaOrgOrganisation(organisation, publicUrl)),
  });
}

function filled(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );
}
