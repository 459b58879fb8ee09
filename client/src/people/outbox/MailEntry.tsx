import { useId } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { Moment } from '../Moment.js';
import { MailFrame } from './MailFrame.js';

const mailEntry = graphql(`
  fragment MailEntry on Mail {
    id
    to
    language
    subject
    text
    html
    writtenAt
    state
    failure
  }
`);

/** One mail: to whom, when, where it is by now, and what it says, as HTML and as text. */
export function MailEntry({ mail, isOpen }: { mail: FragmentType<typeof mailEntry>; isOpen: boolean }) {
  const { t } = useTranslation('people');
  const { to, language, subject, text, html, writtenAt, state, failure } = readFragment(mailEntry, mail);
  const headingId = useId();
  const tag = language.toLowerCase();
  const direction = language === 'AR' ? 'rtl' : 'ltr';
  return (
    <article aria-labelledby={headingId} className="stack mail">
      <h2 id={headingId} className="mail__subject" lang={tag} dir={direction}>
        {subject}
      </h2>
      <p className="small quiet">
        {t('outbox.to')} <bdi>{to}</bdi> · <Moment at={writtenAt} /> <span className="tag">{t(`mailState.${state}`)}</span>
      </p>
      {failure && <p className="small">{t('outbox.failure', { failure })}</p>}
      <details open={isOpen}>
        <summary>{t('outbox.html')}</summary>
        <MailFrame html={html} title={subject} />
      </details>
      <details>
        <summary>{t('outbox.plain')}</summary>
        <pre className="mail__text" lang={tag} dir={direction}>
          {text}
        </pre>
      </details>
    </article>
  );
}
