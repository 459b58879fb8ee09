import { useTranslation } from '../../ui/useTranslation.js';
import type { DifferenceRowFragment, ProfileField } from '../../generated/graphql.js';
import { type FragmentType, readFragment } from '../../generated/index.js';
import { directionOf } from './codes.js';
import { differenceRows } from './keptOrganisation.js';

interface Props {
  differences: readonly FragmentType<typeof differenceRows>[];
  /** What the two sides are called. */
  before: string;
  after: string;
}

/** Fields side by side, one row a field. */
export function Differences({ differences, before, after }: Props) {
  const { t } = useTranslation('keeping');
  const rows = readFragment(differenceRows, differences);
  if (rows.length === 0) return null;
  return (
    <table className="table table--stacks differences">
      <thead>
        <tr>
          <th scope="col">{t('differences.field')}</th>
          <th scope="col">{before}</th>
          <th scope="col">{after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.field}>
            <th scope="row">{t(`field.${row.field}`)}</th>
            <td data-label={before}>
              <Values field={row.field} values={row.before} />
            </td>
            <td data-label={after}>
              <Values field={row.field} values={row.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Values({ field, values }: { field: ProfileField; values: DifferenceRowFragment['before'] }) {
  const { t } = useTranslation('keeping');
  const worded = useWorded();
  if (values.length === 0) return <span className="not-stated">{t('profile.notStated')}</span>;
  return (
    <ul className="plain-list">
      {values.map(({ code, text, language }) => (
        <li key={`${code} ${language}`} lang={language ?? undefined} dir={directionOf(language)}>
          {worded(field, code) ?? text}
        </li>
      ))}
    </ul>
  );
}

/** The words for values that only the page has words for; undefined where the server brings them. */
function useWorded(): (field: ProfileField, code: string) => string | undefined {
  const { t } = useTranslation('keeping');
  const { t: inDirectory } = useTranslation('directory');
  return (field, code) => {
    if (field === 'TYPE') return t(`type.${code}` as 'type.ACADEMIC');
    if (field === 'MECHANISMS') return t(`mechanism.${code}` as 'mechanism.SPECIAL_PROCEDURES');
    if (field === 'LEVEL') return inDirectory(`level.${code}` as 'level.NATIONAL');
    if (field === 'LISTING') return t(`listing.${code}` as 'listing.LISTED');
    return undefined;
  };
}
