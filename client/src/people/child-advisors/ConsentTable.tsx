import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { MomentDay } from '../Moment.js';
import { useChildWords } from './useChildWords.js';

const consentRow = graphql(`
  fragment ConsentRow on Consent {
    purpose
    childSignedOn
    guardianSignedOn
    expiresOn
    withdrawnAt
    isValid
  }
`);

/** Every consent that was ever recorded, the newest first: what holds and what does not any more. */
export function ConsentTable({ pseudonym, consents }: { pseudonym: string; consents: readonly FragmentType<typeof consentRow>[] }) {
  const { t } = useChildWords();
  const format = useFormat();
  if (consents.length === 0) return <p className="not-stated small">{t('consent.none')}</p>;
  return (
    <div className="table-box">
      <table className="table table--stacks" aria-label={t('consent.of', { pseudonym })}>
        <thead>
          <tr>
            <th scope="col">{t('consent.purpose')}</th>
            <th scope="col">{t('consent.childSigned')}</th>
            <th scope="col">{t('consent.guardianSigned')}</th>
            <th scope="col">{t('consent.expires')}</th>
            <th scope="col">{t('consent.holds')}</th>
          </tr>
        </thead>
        <tbody>
          {consents.map((masked, position) => {
            const { purpose, childSignedOn, guardianSignedOn, expiresOn, withdrawnAt, isValid } = readFragment(consentRow, masked);
            return (
              // Consents have no key of their own and stand in the order in which they were recorded.
              <tr key={consents.length - position}>
                <th scope="row">{t(`purpose.${purpose}`)}</th>
                <td data-label={t('consent.childSigned')}>{format.day(childSignedOn)}</td>
                <td data-label={t('consent.guardianSigned')}>{format.day(guardianSignedOn)}</td>
                <td data-label={t('consent.expires')}>{format.day(expiresOn)}</td>
                <td data-label={t('consent.holds')}>
                  {isValid ? (
                    <b>{t('consent.valid')}</b>
                  ) : withdrawnAt ? (
                    <>
                      {t('consent.withdrawn')} <MomentDay at={withdrawnAt} />
                    </>
                  ) : (
                    t('consent.over')
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
