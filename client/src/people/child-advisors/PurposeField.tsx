import { SelectField } from '../form/fields.js';
import type { ConsentPurpose } from '../../generated/graphql.js';
import { useChildWords } from './useChildWords.js';

interface Props {
  id: string;
  error: string | undefined;
  purposes: readonly ConsentPurpose[];
  value: ConsentPurpose;
  onChange(purpose: ConsentPurpose): void;
}

/** To what a consent is, with what it means below its name. */
export function PurposeField({ purposes, value, ...field }: Props) {
  const { t } = useChildWords();
  return (
    <SelectField<ConsentPurpose>
      {...field}
      label={t('consent.purpose')}
      hint={t(`purposeMeans.${value}`)}
      value={value}
      options={purposes.map((purpose) => ({ value: purpose, label: t(`purpose.${purpose}`) }))}
    />
  );
}
