import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';

const seatHoldersQuery = graphql(`
  query SeatHoldersOfOrganisations($search: String!) {
    organisations(search: $search, first: 5) {
      edges {
        cursor
        node {
          id
          name
          seats {
            organisationId
            seats {
              id
              holder {
                id
                person {
                  id
                  name
                }
              }
            }
          }
        }
      }
    }
  }
`);

export interface KnownPerson {
  readonly id: string;
  readonly name?: string | null;
}

interface Props {
  id: string;
  error: string | undefined;
  /** People who can be chosen without a search. */
  known: readonly KnownPerson[];
  chosen: KnownPerson;
  onChoose(person: KnownPerson): void;
}

/** A person, found by the organisation for which they hold a seat. */
export function PersonChoice({ id, error, known, chosen, onChoose }: Props) {
  const { t } = useTranslation('people');
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  // A search is no page of the directory's list, which it would take the place of in the cache.
  const { data } = useQuery(seatHoldersQuery, { variables: { search }, skip: search.length < 2, fetchPolicy: 'no-cache' });
  const found = (data?.organisations.edges ?? []).flatMap(({ node }) =>
    (node.seats?.seats ?? []).flatMap(({ holder }) => (holder?.person.name ? [{ id: holder.person.id, name: holder.person.name, label: `${holder.person.name}, ${node.name}` }] : [])),
  );
  const others = [chosen, ...known].flatMap((person) => (person.id && person.name ? [{ id: person.id, name: person.name, label: person.name }] : []));
  const choices = [...new Map([...others, ...found].map((person) => [person.id, person])).values()];
  return (
    <>
      <TextField
        id={`${id}search`}
        label={t('person.search')}
        hint={search.length < 2 ? t('person.searchHint') : t('person.found', { count: found.length })}
        type="search"
        autoComplete="off"
        value={words}
        onChange={setWords}
      />
      <SelectField
        id={id}
        label={t('person.label')}
        error={error}
        value={chosen.id}
        onChange={(personId) => onChoose(choices.find((person) => person.id === personId) ?? { id: '' })}
        options={[{ value: '', label: t('person.choose') }, ...choices.map(({ id: value, label }) => ({ value, label }))]}
      />
    </>
  );
}
