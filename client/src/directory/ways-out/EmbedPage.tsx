import './ways-out.css';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useSearchParams } from 'react-router';
import { Link } from '../../ui/Link.js';
import { useLanguage } from '../../ui/format.js';
import { asLanguage, type Language, languageNames, languages } from '../../ui/language.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { readView, withCommas, writeView } from '../directoryView.js';
import { asColour, canCarryText, type Colour, schemeOn } from './colour.js';
import { ColourField } from './ColourField.js';
import { type FrameSettings, readFrameSettings, schemes, shows, writeFrameSettings } from './frameSettings.js';
import { frameAddress, frameSnippet, scriptSnippet } from './snippets.js';
import { SnippetBox } from './SnippetBox.js';

/** How long the preview waits for the next change, in milliseconds: a colour is chosen by dragging. */
const patience = 250;

/** The line that shows the directory, or the part of it that the address asks for, on another site; made to measure, with a live preview. */
export function EmbedPage() {
  const { t } = useTranslation('ways-out');
  const language = useLanguage();
  const [query, setQuery] = useSearchParams();
  const settings = readFrameSettings(query);
  const speaks = asLanguage(query.get('speak'));
  // A ground that cannot be taken is still shown to whoever chose it.
  const ground = asColour(query.get('ground')) ?? null;
  const filters = writeView({ ...readView(query), layout: 'list' });
  const parameters = writeFrameSettings(settings, filters);
  if (speaks) parameters.set('lang', speaks);
  const preview = useSettled(frameAddress('', parameters));
  const token = (name: string) => asColour(getComputedStyle(document.documentElement).getPropertyValue(name)) ?? '#808080';

  const change = (part: Partial<FrameSettings>) =>
    setQuery(
      (current) => writeFrameSettings({ ...readFrameSettings(current), ground: asColour(current.get('ground')) ?? null, ...part }, current),
      {
        replace: true,
      },
    );
  const speak = (language: string) =>
    setQuery(
      (current) => {
        const next = new URLSearchParams(current);
        if (language) next.set('speak', language);
        else next.delete('speak');
        return next;
      },
      { replace: true },
    );

  return (
    <div className="wrap">
      <header className="page-head">
        <PageHeading title={t('embed.title')} />
        <p className="lede">{t('embed.lede')}</p>
      </header>
      <div className="embed">
        <section className="embed__settings" aria-labelledby="embed-settings">
          <h2 id="embed-settings">{t('embed.settings')}</h2>
          <p className="small">
            {filters.size > 0 ? t('embed.part') : t('embed.everybody')}{' '}
            <Link to={`/directory?${withCommas(filters)}`}>{t('embed.filter')}</Link>
          </p>
          <Choice label={t('show.label')} value={settings.show} onChange={(show) => change({ show })}>
            {shows.map((each) => ({ value: each, label: t(`show.${each}`) }))}
          </Choice>
          <Choice label={t('speak.label')} value={speaks ?? ''} onChange={speak}>
            {[
              { value: '' as const, label: t('speak.visitor'), language: undefined },
              ...languages.map((each) => ({ value: each, label: languageNames[each], language: each })),
            ]}
          </Choice>
          {settings.ground ? (
            <p className="small quiet">
              {t('scheme.label')}: {t(`scheme.${schemeOn(settings.ground)}`)}. {t('scheme.byGround')}
            </p>
          ) : (
            <Choice label={t('scheme.label')} value={settings.scheme} onChange={(scheme) => change({ scheme })}>
              {schemes.map((each) => ({ value: each, label: t(`scheme.${each}`) }))}
            </Choice>
          )}
          <ColourField
            label={t('accent.label')}
            value={settings.accent}
            own={token('--accent')}
            onChange={(accent: Colour | null) => change({ accent })}
          >
            <p className="tiny quiet">{t('colour.hint')}</p>
          </ColourField>
          <ColourField
            label={t('ground.label')}
            value={ground}
            own={token('--bg')}
            onChange={(chosen: Colour | null) => change({ ground: chosen })}
          >
            <p className="small" role="status">
              {ground && !canCarryText(ground) && t('ground.grey')}
            </p>
          </ColourField>
        </section>
        <div className="stack">
          <section className="stack" aria-labelledby="embed-snippet">
            <h2 id="embed-snippet">{t('snippet.title')}</h2>
            <SnippetBox
              title={t('snippet.script')}
              lines={scriptSnippet(location.origin, parameters)}
              copy={t('snippet.copyScript')}
              isPrimary
            />
            <Suspense>
              <FrameSnippet parameters={parameters} language={speaks ?? language} />
            </Suspense>
          </section>
          <section className="stack" aria-labelledby="embed-preview">
            <h2 id="embed-preview">{t('preview.title')}</h2>
            <iframe key={preview} className="embed__preview" src={preview} title={t('preview.title')} />
          </section>
        </div>
      </div>
    </div>
  );
}

/** The frame names itself to screen readers in the language that it speaks, whose words may have to be brought first. */
function FrameSnippet({ parameters, language }: { parameters: URLSearchParams; language: Language }) {
  const { t } = useTranslation('ways-out');
  const { t: inLanguage } = useTranslation('ways-out', language);
  return (
    <SnippetBox
      title={t('snippet.frame')}
      lines={frameSnippet(location.origin, parameters, inLanguage('frame.title'))}
      copy={t('snippet.copyFrame')}
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  children: readonly { value: T; label: string; language?: string | undefined }[];
}

function Choice<T extends string>({ label, value, onChange, children }: ChoiceProps<T>) {
  return (
    <label className="field">
      <span className="field__label">{label}</span>
      <select
        className="select"
        value={value}
        onChange={(event) => {
          const chosen = children.find((each) => each.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {children.map((each) => (
          <option key={each.value} value={each.value} lang={each.language}>
            {each.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), patience);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
