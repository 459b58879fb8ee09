import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { SelectField, TextField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';
import { useChildWords } from './useChildWords.js';

const organisationsQuery = graphql(`
  query OrganisationsToChoose($search: String!) {
    organisations(search: $search, first: 10) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** An organisation of the directory, found by its name. */
export function OrganisationChoice({
  id,
  error,
  chosen,
  onChoose,
}: {
  id: string;
  error: string | undefined;
  chosen: Choice;
  onChoose(organisation: Choice): void;
}) {
  const { t } = useChildWords();
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  // A search is no page of the directory's list, which it would take the place of in the cache.
  const { data } = useQuery(organisationsQuery, { variables: { search }, skip: search.length < 2, fetchPolicy: 'no-cache' });
  const found = (data?.organisations.edges ?? []).map(({ node }) => node);
  const choices = [...new Map([...(chosen.id ? [chosen] : []), ...found].map((organisation) => [organisation.id, organisation])).values()];
  return (
    <>
      <TextField
        id={`${id}search`}
        label={t('organisation.search')}
        hint={t('organisation.searchHint')}
        type="search"
        autoComplete="off"
        value={words}
        onChange={setWords}
      />
      <SelectField
        id={id}
        label={t('record.supportedBy')}
        error={error}
        value={chosen.id}
        onChange={(chosenId) => onChoose(choices.find((one) => one.id === chosenId) ?? { id: '', name: '' })}
        options={[{ value: '', label: t('organisation.choose') }, ...choices.map(({ id: value, name }) => ({ value, label: name }))]}
      />
    </>
  );
}
