import { useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { AddContactDetail } from './AddContactDetail.js';
import { ChangeContactDetail } from './ChangeContactDetail.js';
import { RemoveContactDetail } from './RemoveContactDetail.js';

const contactDetailEntry = graphql(`
  fragment ContactDetailEntry on ContactDetail {
    id
    kind
    value
    personName
    visibility
    viewerCanChange
  }
`);

interface Props {
  /** Distinguishes the heading where several stand on a page. */
  id: string;
  details: readonly FragmentType<typeof contactDetailEntry>[];
  /** Whose details they are; the reader's own without it. */
  organisationId?: string;
  canAdd: boolean;
  onChange(): void;
}

/** Ways to reach a person or an organisation, each with who may see it. */
export function ContactDetails({ id, details, organisationId, canAdd, onChange }: Props) {
  const { t } = useTranslation('people');
  const [opened, setOpened] = useState<{ id: string; act: 'change' | 'remove' } | 'add'>();
  const close = () => setOpened(undefined);
  const done = () => {
    close();
    onChange();
  };
  return (
    <section className="section people-section" aria-labelledby={id}>
      <div className="section__head">
        <h2 id={id}>{t('contacts.title')}</h2>
      </div>
      <p className="prose small quiet">{t('contacts.text')}</p>
      {details.length === 0 ? (
        <p className="not-stated">{t('contacts.none')}</p>
      ) : (
        <ul className="lines people-lines">
          {details.map((masked) => {
            const detail = readFragment(contactDetailEntry, masked);
            const act = typeof opened === 'object' && opened.id === detail.id ? opened.act : undefined;
            return (
              <li key={detail.id}>
                <div>
                  <h3>
                    <bdi>{detail.value}</bdi>
                  </h3>
                  <p className="small quiet">
                    {t(`contactKind.${detail.kind}`)} {detail.personName && <bdi>· {detail.personName}</bdi>}{' '}
                    {detail.visibility && <span className="tag">{t(`visibility.${detail.visibility}`)}</span>}
                  </p>
                </div>
                {detail.viewerCanChange && !act && (
                  <div className="row seat__acts">
                    <button
                      type="button"
                      className="button"
                      aria-label={t('contacts.changeOne', { value: detail.value })}
                      onClick={() => setOpened({ id: detail.id, act: 'change' })}
                    >
                      {t('contacts.change')}
                    </button>
                    <button
                      type="button"
                      className="button"
                      aria-label={t('contacts.removeOne', { value: detail.value })}
                      onClick={() => setOpened({ id: detail.id, act: 'remove' })}
                    >
                      {t('contacts.remove')}
                    </button>
                  </div>
                )}
                {act === 'change' && (
                  <ChangeContactDetail
                    id={detail.id}
                    value={detail.value}
                    visibility={detail.visibility ?? 'SECRETARIAT'}
                    onClose={close}
                    onChanged={done}
                  />
                )}
                {act === 'remove' && <RemoveContactDetail id={detail.id} value={detail.value} onClose={close} onRemoved={done} />}
              </li>
            );
          })}
        </ul>
      )}
      {canAdd &&
        (opened === 'add' ? (
          <AddContactDetail organisationId={organisationId} onClose={close} onAdded={done} />
        ) : (
          <button type="button" className="button" onClick={() => setOpened('add')}>
            {t('contacts.add')}
          </button>
        ))}
    </section>
  );
}
