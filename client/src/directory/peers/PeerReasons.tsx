import { useTranslation } from '../../ui/useTranslation.js';
import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import type { PeerReasonsFragment } from '../../generated/graphql.js';
import { type Format, useFormat } from '../../ui/format.js';

const peerReasons = graphql(`
  fragment PeerReasons on Peer {
    reasons {
      code
      points
      themes {
        id
        label(language: $language)
      }
      exchanges {
        id
        label(language: $language)
      }
      languages
      networks {
        network
        slug
      }
      country
      region
      visitedOn
      hours
      reviewYear
    }
  }
`);

type Reason = PeerReasonsFragment['reasons'][number];

/** Why they are worth meeting: each reason with what both share, and the points that it adds. */
export function PeerReasons({ peer, most = Infinity }: { peer: FragmentType<typeof peerReasons>; most?: number }) {
  const { t } = useTranslation('peers');
  const format = useFormat();
  const { reasons } = readFragment(peerReasons, peer);
  const shown = reasons.slice(0, most);
  return (
    <ul className="peer-reasons">
      {shown.map((reason) => (
        <li key={reason.code}>
          <span>
            <ReasonWords reason={reason} />
          </span>
          <span className="peer-reasons__points">
            <bdi dir="ltr" aria-hidden="true">
              +{format.number(reason.points)}
            </bdi>
            <span className="visually-hidden">{t('points', { count: reason.points })}</span>
          </span>
        </li>
      ))}
      {shown.length < reasons.length && <li className="quiet">{t('reasons.more', { count: reasons.length - shown.length })}</li>}
    </ul>
  );
}

function ReasonWords({ reason }: { reason: Reason }) {
  const { t } = useTranslation('peers');
  const { t: inDirectory } = useTranslation('directory');
  const format = useFormat();
  const shared = sharedBy(reason, format, reason.region ? inDirectory(`region.${reason.region}`) : '');
  return (
    <>
      {t(`reason.${reason.code}`)}
      {shared && (
        <>
          {': '}
          <bdi>{shared}</bdi>
        </>
      )}
    </>
  );
}

/** What both share, in words. */
function sharedBy(reason: Reason, format: Format, region: string): string {
  const { code, themes, exchanges, languages, networks, country, visitedOn, hours, reviewYear } = reason;
  const words: Record<Reason['code'], () => string> = {
    SHARED_THEME: () => format.list(themes.map(({ label }) => label)),
    OFFERS_WHAT_YOU_SEEK: () => format.list(exchanges.map(({ label }) => label)),
    SEEKS_WHAT_YOU_OFFER: () => format.list(exchanges.map(({ label }) => label)),
    SAME_REVIEW: () => String(reviewYear ?? ''),
    SHARED_LANGUAGE: () => format.list(languages.map(format.language)),
    SAME_COALITION: () => format.list(networks.map(({ network }) => network)),
    VISITED_BEFORE: () => format.list(visitedOn.map((day) => format.day(day))),
    HOURS_IN_COMMON: () => format.number(hours ?? 0),
    SAME_COUNTRY: () => (country ? format.country(country) : ''),
    SAME_REGION: () => region,
  };
  return words[code]();
}
