import { useTranslation } from '../../ui/useTranslation.js';
import { SelectField } from '../form/fields.js';
import type { ContactVisibility } from '../../generated/graphql.js';

const visibilities: readonly ContactVisibility[] = ['PUBLIC', 'MEMBERS', 'GROUPS_IN_COMMON', 'SECRETARIAT'];

/** Who may see a contact detail, from the widest circle to the narrowest. */
export function VisibilityField(props: {
  id: string;
  error: string | undefined;
  value: ContactVisibility;
  onChange(value: ContactVisibility): void;
}) {
  const { t } = useTranslation('people');
  return (
    <SelectField
      {...props}
      label={t('contacts.visibility')}
      options={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
    />
  );
}
