import { useTranslation } from '../../ui/useTranslation.js';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import type { ProfileSection } from '../../generated/graphql.js';
import { graphql } from '../../generated/index.js';
import { TroubleNotice, useAct } from '../../people/form/index.js';

const confirmProfileSection = graphql(`
  mutation ConfirmProfileSection($input: ConfirmProfileSectionInput!, $language: Language) {
    confirmProfileSection(input: $input) {
      __typename
      ... on Organisation {
        ...KeptOrganisation
      }
      ... on Refusal {
        message
      }
      ... on ProfileChangedMeanwhile {
        organisationNow {
          ...KeptOrganisation
        }
      }
    }
  }
`);

interface Props {
  organisationId: string;
  section: ProfileSection;
  version: string;
  onDone(): void;
}

/** Says that a section is right as it stands. */
export function ConfirmButton({ organisationId, section, version, onDone }: Props) {
  const { t } = useTranslation('keeping');
  const language = useLabelLanguage();
  const { run, isRunning, trouble } = useAct(confirmProfileSection);
  const confirm = async () => {
    if (await run({ input: { organisationId, section, version }, language })) onDone();
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={isRunning}
        aria-label={t('confirmation.actOf', { section: t(`section.${section}`) })}
        onClick={() => void confirm()}
      >
        {t('confirmation.act')}
      </button>
      <TroubleNotice trouble={trouble} />
    </>
  );
}
