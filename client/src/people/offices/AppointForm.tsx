import { useTranslation } from 'react-i18next';
import { useAct } from '../acts/useAct.js';
import { Form } from '../form/Form.js';
import { SelectField, TextField } from '../form/fields.js';
import { useDraft } from '../form/useDraft.js';
import type { OfficeKind } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { type KnownPerson, PersonChoice } from './PersonChoice.js';

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
      ... on InvalidInput {
        message
        fields {
          path
          message
        }
      }
      ... on AlreadyHoldsOffice {
        message
      }
      ... on SafeguardingLeadsComplete {
        message
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
  known: readonly KnownPerson[];
  onClose(): void;
  onAppointed(name: string): void;
}

/** Gives a person an office of the network, from now on. */
export function AppointForm({ kinds, draft, known, onClose, onAppointed }: Props) {
  const { t } = useTranslation('people');
  const { run, isRunning, trouble } = useAct(appointToOffice);
  const { values, set, clear } = useDraft(draft, { kind: kinds[0] ?? ('CONVENER' as OfficeKind), scope: '', personId: '', personName: '' });
  const hasScope = scoped.has(values.kind);
  const appoint = async () => {
    const office = await run({ input: { kind: values.kind, personId: values.personId, ...(hasScope && { scope: values.scope }) } });
    if (!office) return;
    clear();
    onAppointed(office.person.name ?? t('person.erased'));
  };
  const cancel = () => {
    clear();
    onClose();
  };
  const choose = ({ id, name }: KnownPerson) => {
    set('personId', id);
    set('personName', name ?? '');
  };
  return (
    <Form
      submit={values.personName ? t('appoint.act', { name: values.personName }) : t('appoint.actNobody')}
      isRunning={isRunning}
      trouble={trouble}
      onSubmit={() => void appoint()}
      onCancel={cancel}
      paths={['personId', 'scope']}
    >
      {(field) => (
        <>
          <SelectField
            {...field('kind')}
            label={t('appoint.kind')}
            hint={t(`officeDoes.${values.kind}`)}
            value={values.kind}
            onChange={(kind) => set('kind', kind)}
            options={kinds.map((kind) => ({ value: kind, label: t(`officeKind.${kind}`) }))}
          />
          {hasScope && (
            <TextField {...field('scope')} label={t('appoint.scope')} hint={t('appoint.scopeHint')} autoComplete="off" value={values.scope} onChange={(scope) => set('scope', scope)} />
          )}
          <PersonChoice {...field('personId')} known={known} chosen={{ id: values.personId, name: values.personName }} onChoose={choose} />
        </>
      )}
    </Form>
  );
}
