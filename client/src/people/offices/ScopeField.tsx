import { useQuery } from '@apollo/client/react';
import { useId } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { TextField } from '../form/fields.js';
import { graphql } from '../../generated/index.js';

const coalitionsQuery = graphql(`
  query CoalitionsToChoose {
    organisations(first: 1) {
      facets {
        networks {
          network
          slug
        }
      }
    }
  }
`);

interface Props {
  id: string;
  error: string | undefined;
  /** Whether the networks of the directory are what can be meant. */
  isCoalition: boolean;
  value: string;
  onChange(scope: string): void;
}

/** For which coalition or group an office is held; the networks of the directory are offered. */
export function ScopeField({ id, error, isCoalition, value, onChange }: Props) {
  const { t } = useTranslation('people');
  const listId = useId();
  // A page of one is no page of the directory's list, which it would take the place of in the cache.
  const { data } = useQuery(coalitionsQuery, { skip: !isCoalition, fetchPolicy: 'no-cache' });
  return (
    <>
      <TextField
        id={id}
        error={error}
        label={t('appoint.scope')}
        hint={t(isCoalition ? 'appoint.coalitionHint' : 'appoint.groupHint')}
        autoComplete="off"
        dir="ltr"
        list={isCoalition ? listId : undefined}
        value={value}
        onChange={onChange}
      />
      {isCoalition && (
        <datalist id={listId}>
          {data?.organisations.facets.networks.map(({ network, slug }) => (
            <option key={slug} value={slug} label={network} />
          ))}
        </datalist>
      )}
    </>
  );
}
