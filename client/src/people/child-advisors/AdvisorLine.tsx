import { type FragmentType, graphql, readFragment } from '../../generated/index.js';
import { useFormat } from '../../ui/format.js';
import { useChildWords } from './useChildWords.js';

const advisorLine = graphql(`
  fragment AdvisorLine on ChildAdvisor {
    pseudonym
    ageBand
    region
    languages
    mandateEndsOn
  }
`);

/** One child advisor, as far as consents reach: what is not agreed to is not on the line. */
export function AdvisorLine({ advisor }: { advisor: FragmentType<typeof advisorLine> }) {
  const { t, nameOfLanguage } = useChildWords();
  const format = useFormat();
  const { pseudonym, ageBand, region, languages, mandateEndsOn } = readFragment(advisorLine, advisor);
  return (
    <div>
      <h3>
        <bdi>{pseudonym}</bdi>
      </h3>
      <p className="small">
        {t(`ageBand.${ageBand}`)} · {t(`region.${region}`)}
      </p>
      {languages && mandateEndsOn && (
        <p className="small quiet">
          {t('advisors.advisesIn', { languages: format.list(languages.map(nameOfLanguage)) })} ·{' '}
          {t('advisors.until', { day: format.day(mandateEndsOn) })}
        </p>
      )}
    </div>
  );
}
