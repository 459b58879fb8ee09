import './time.css';
import { useId } from 'react';
import { useTranslation } from '../../../ui/useTranslation.js';
import { Link } from '../../../ui/Link.js';
import { Sentence } from '../../../ui/Sentence.js';
import { useMedia } from '../../../ui/useMedia.js';
import { PlayIcon, StepIcon, StopIcon } from '../mapIcons.js';
import { type GrowthStep, knownIn, nextChange, yearsToPlay } from './growth.js';
import { type Published, TimeChart } from './TimeChart.js';
import { TimeTable } from './TimeTable.js';
import { usePlay } from './usePlay.js';

interface Props {
  network: { readonly name: string; readonly foundedIn: number; readonly publishedCounts: readonly Published[] };
  growth: { readonly years: readonly GrowthStep[]; readonly withoutKnownDay: number };
  /** The names of the networks that the list is narrowed to; empty for any. */
  chosenNetworks: readonly string[];
  /** The year that is shown; undefined for all. */
  year: number | undefined;
  /** Whether what is shown belongs to `year` already. */
  isShown: boolean;
  onYear(year: number | undefined): void;
  addressIn(year: number): string;
  addressOfUndated: string;
}

/** A slider from the founding of the network to today: who is known to be in by the end of each year, and how many of whom no day is known. */
export function TimePanel({ network, growth, chosenNetworks, year, isShown, onYear, addressIn, addressOfUndated }: Props) {
  const { t } = useTranslation('map');
  const id = useId();
  const isCalm = useMedia('(prefers-reduced-motion: reduce)');
  const [first, last] = [network.foundedIn, new Date().getFullYear()];
  const { years: steps, withoutKnownDay } = growth;
  const total = (steps.at(-1)?.count ?? 0) + withoutKnownDay;
  const { isPlaying, play, stop } = usePlay(yearsToPlay(steps, first, last), year, isShown, onYear);
  const chosenYear = (next: number | undefined) => {
    stop();
    onYear(next);
  };
  const known =
    year === undefined ? t('time.everyone', { count: total }) : t('time.known', { count: knownIn(steps, year), year: String(year) });
  // What the network published is said beside its own members, not beside those of another.
  const published = chosenNetworks.length === 0 || chosenNetworks.includes(network.name) ? network.publishedCounts : [];
  const subject = chosenNetworks.length === 0 ? t('time.inAny') : t('time.inChosen', { networks: chosenNetworks.join(' · ') });
  const [begin] = steps;

  return (
    <section className="time" aria-labelledby={`${id}-title`}>
      <div className="time__head">
        <h2 id={`${id}-title`} className="aside-title">
          {t('time.title')}
        </h2>
        <p className="time__year" aria-hidden="true">
          {year === undefined ? t('time.allYears') : String(year)}
        </p>
      </div>
      <TimeChart steps={steps} published={published} first={first} last={last} year={year} />
      <div className="time__controls no-print">
        {isCalm ? (
          <button type="button" className="button" onClick={() => chosenYear(nextChange(steps, year))}>
            <StepIcon />
            {t('time.step')}
          </button>
        ) : (
          <button type="button" className="button" onClick={isPlaying ? stop : play}>
            {isPlaying ? <StopIcon /> : <PlayIcon />}
            {isPlaying ? t('time.stop') : t('time.play')}
          </button>
        )}
        <input
          type="range"
          className="time__slider"
          min={first}
          max={last}
          value={year ?? last}
          aria-label={t('time.slider')}
          aria-valuetext={known}
          onChange={(event) => chosenYear(event.target.valueAsNumber)}
        />
        <button type="button" className="button button--quiet" aria-disabled={year === undefined} onClick={() => chosenYear(undefined)}>
          {t('time.showEveryone')}
        </button>
      </div>
      <p className="small" role="status">
        {known}
      </p>
      <p className="small quiet">
        {withoutKnownDay > 0 && (
          <Sentence
            text={t('time.undated', { count: withoutKnownDay })}
            marked={{
              link: (words) => <Link to={addressOfUndated}>{words}</Link>,
            }}
          />
        )}{' '}
        {subject} {begin && t('time.before', { year: String(begin.year) })}{' '}
        {published.length > 0 && t('time.rings', { network: network.name })}
      </p>
      <TimeTable steps={steps} published={published} network={network.name} addressIn={addressIn} />
    </section>
  );
}
