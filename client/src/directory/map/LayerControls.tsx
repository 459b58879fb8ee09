import { type ReactNode, useId } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useFormat } from '../../ui/format.js';
import { type MapLayers, tones } from './mapLayers.js';

interface Props {
  layers: MapLayers;
  onLayers(layers: MapLayers): void;
  networks: readonly { readonly network: string; readonly slug: string }[];
  /** In how many countries the outlined network is known; undefined until it has been asked. */
  outlinedCountries: number | undefined;
  /** Whether organisations stand at the middle of a city or region. */
  hasAreas: boolean;
  isNarrowed: boolean;
  /** More choices in the same row. */
  children?: ReactNode;
}

/** What is laid over the land, and the legend of what is seen. */
export function LayerControls({ layers, onLayers, networks, outlinedCountries, hasAreas, isNarrowed, children }: Props) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const id = useId();
  const outlined = networks.find(({ slug }) => slug === layers.outline)?.network ?? layers.outline;
  const sorted = [...networks].sort((one, other) => format.compare(one.network, other.network));
  return (
    <div className="layers">
      <div className="layers__choices no-print" role="group" aria-label={t('layers.title')}>
        <label className="layers__switch">
          <input type="checkbox" checked={layers.isShaded} onChange={(event) => onLayers({ ...layers, isShaded: event.target.checked })} />
          {t('layers.shade')}
        </label>
        <span className="layers__outline">
          <label htmlFor={id}>{t('layers.outline')}</label>
          <select
            id={id}
            className="select"
            value={layers.outline ?? ''}
            onChange={(event) => onLayers({ ...layers, outline: event.target.value || null })}
          >
            <option value="">{t('layers.noOutline')}</option>
            {sorted.map(({ network, slug }) => (
              <option key={slug} value={slug}>
                {network}
              </option>
            ))}
          </select>
        </span>
        {children}
      </div>
      <ul className="legend">
        {layers.isShaded &&
          tones.map((least, index) => {
            const next = tones[index + 1];
            return (
              <li key={least}>
                <i className={`layers__tone map__shade--${index + 1}`} />
                {next === undefined
                  ? t('layers.andMore', { from: least })
                  : next - 1 === least
                    ? format.number(least)
                    : t('layers.range', { from: least, to: next - 1 })}
              </li>
            );
          })}
        {outlined !== null && outlinedCountries !== undefined && (
          <li>
            <i className="layers__tone layers__tone--outline" />
            {t('layers.outlined', { network: outlined, count: outlinedCountries })}
          </li>
        )}
        {hasAreas && (
          <li>
            <i className="layers__tone layers__tone--area" />
            {t('layers.area')}
          </li>
        )}
        {isNarrowed && (
          <li>
            <i className="layers__tone layers__tone--frame" />
            {t('layers.frame')}
          </li>
        )}
      </ul>
    </div>
  );
}
