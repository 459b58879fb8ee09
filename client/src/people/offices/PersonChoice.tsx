import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { SelectField, TextField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { MoreButton } from '../MoreButton.js';

const pageSize = 20;

const peopleQuery = graphql(`
  query PeopleToChoose($search: String, $first: Int!, $after: String) {
    people(search: $search, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          id
          name
          seats {
            id
            endedAt
            organisation {
              id
              name
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
  chosen: KnownPerson;
  onChoose(person: KnownPerson): void;
}

/** A person, found by name; the organisations for which they hold a seat tell namesakes apart. */
export function PersonChoice({ id, error, chosen, onChoose }: Props) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, previousData, fetchMore } = useQuery(peopleQuery, {
    variables: { search, first: pageSize, after: null },
    fetchPolicy: 'cache-and-network',
  });
  const people = (data ?? previousData)?.people;
  const found = (people?.edges ?? []).map(({ node: { id: personId, name, seats } }) => {
    const organisations = new Set(seats.flatMap(({ endedAt, organisation }) => (endedAt || !organisation ? [] : [organisation.name])));
    return { id: personId, name, label: organisations.size > 0 ? `${name}, ${format.list([...organisations])}` : (name ?? '') };
  });
  const isMissing = Boolean(chosen.id) && !found.some((person) => person.id === chosen.id);
  const choices = [...(isMissing ? [{ id: chosen.id, name: chosen.name, label: chosen.name ?? '' }] : []), ...found];
  const more = async () => {
    await fetchMore({ variables: { search, first: pageSize, after: people?.pageInfo.endCursor ?? null } });
  };
  return (
    <>
      <TextField
        id={`${id}search`}
        label={t('person.search')}
        hint={people && search ? t('person.found', { count: people.totalCount }) : t('person.searchHint')}
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
      {people?.pageInfo.hasNextPage && <MoreButton words={t('person.more')} onMore={more} />}
    </>
  );
}
