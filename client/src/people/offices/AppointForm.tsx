import { useTranslation } from '../../ui/useTranslation.js';
import { ActForm } from '../form/ActForm.js';
import { SelectField } from '../form/fields.js';
import type { OfficeKind } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { PersonChoice } from './PersonChoice.js';
import { ScopeField } from './ScopeField.js';

const appointToOffice = graphql(`
  mutation AppointToOffice($input: AppointToOfficeInput!) {
    appointToOffice(input: $input) {
      __typename
      ... on Office {
        id
        person {
          id
          name
        }
      }
      ... on Refusal {
        message
        ...WrongFields
      }
    }
  }
`);

/** The name under which an unsent appointment is kept. */
export function appointDraft(viewerId: string): string {
  return `appointment ${viewerId}`;
}

const scoped: ReadonlySet<OfficeKind> = new Set<OfficeKind>(['COORDINATOR', 'CONVENER']);

interface Props {
  kinds: readonly OfficeKind[];
  draft: string;
  onClose(): void;
  onAppointed(name: string): void;
}

/** Gives a person an office of the network, from now on. */
export function AppointForm({ kinds, draft, onClose, onAppointed }: Props) {
  const { t } = useTranslation('people');
  return (
    <ActForm
      mutation={appointToOffice}
      title={t('appoint.question')}
      submit={({ personName }) => (personName ? t('appoint.act', { name: personName }) : t('appoint.actNobody'))}
      draft={draft}
      initial={{ kind: kinds[0] ?? ('CONVENER' as OfficeKind), scope: '', personId: '', personName: '' }}
      inputOf={({ kind, scope, personId }) => ({ kind, personId, ...(scoped.has(kind) && { scope }) })}
      paths={['personId', 'scope']}
      onClose={onClose}
      onDone={({ person }) => onAppointed(person.name ?? t('person.erased'))}
    >
      {({ field, values, set }) => (
        <>
          <SelectField
            {...field('kind')}
            label={t('appoint.kind')}
            hint={t(`officeDoes.${values.kind}`)}
            value={values.kind}
            onChange={(kind) => set('kind', kind)}
            options={kinds.map((kind) => ({ value: kind, label: t(`officeKind.${kind}`) }))}
          />
          {scoped.has(values.kind) && (
            <ScopeField
              {...field('scope')}
              isCoalition={values.kind === 'COORDINATOR'}
              value={values.scope}
              onChange={(scope) => set('scope', scope)}
            />
          )}
          <PersonChoice
            {...field('personId')}
            chosen={{ id: values.personId, name: values.personName }}
            onChoose={({ id, name }) => {
              set('personId', id);
              set('personName', name ?? '');
            }}
          />
        </>
      )}
    </ActForm>
  );
}
