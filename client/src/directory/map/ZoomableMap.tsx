import './map.css';
import { type ReactNode, use, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { MinusIcon, PlusIcon, WholeWorldIcon } from '../../ui/icons.js';
import type { Hot } from '../OrganisationList.js';
import type { Box } from './box.js';
import { LandLayers } from './LandLayers.js';
import { MarkerLink } from './MarkerLink.js';
import type { MapPlace } from './MapPlace.js';
import { mapWidth } from './mapSize.js';
import { deepestZoom, heldInWorld, inWindow, type MapView, wholeWorld } from './mapView.js';
import type { MapMarker } from './markers.js';
import { useMapGestures } from './useMapGestures.js';
import { useMapKeys } from './useMapKeys.js';
import { loadWorld } from './world.js';

export interface ZoomableMapProps {
  markers: readonly MapMarker[];
  /** How many organisations all markers hold, those out of sight too. */
  total: number;
  /** How many each country has, where countries are shaded. */
  shaded: readonly Pick<MapPlace, 'country' | 'count'>[];
  outlined: readonly string[];
  frame: Box | undefined;
  chosen: readonly string[];
  /** Where the list of a marker's organisations is, or the list without it when it is chosen already. */
  addressOf(marker: MapMarker): string;
  view: MapView;
  onView(view: MapView): void;
  /** The height of the window by its width. */
  ratio: number;
  fillsWindow: boolean;
  hot: Hot;
  /** More buttons, under those that enlarge. */
  tools?: ReactNode;
}

const step = 0.25;

/** The world to be moved and enlarged, by hand and by keys: clusters open into their parts, a place opens its list. */
export function ZoomableMap(props: ZoomableMapProps) {
  const { markers, total, shaded, outlined, frame, chosen, addressOf, onView, ratio, fillsWindow, hot, tools } = props;
  const { t } = useTranslation('directory');
  const world = use(loadWorld());
  const box = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<string>();

  const asked = heldInWorld(props.view, ratio);
  const { view, handlers } = useMapGestures(box, asked, ratio, fillsWindow, onView);
  const placed = markers.map((marker) => ({ marker, ...inWindow(view, ratio, marker) }));
  const inside = placed.filter(({ isInside }) => isInside);
  const outside = total - inside.reduce((sum, { marker }) => sum + marker.count, 0);

  const go = (change: Partial<MapView>) => onView(heldInWorld({ ...asked, ...change }, ratio));
  useMapKeys(box, {
    zoomBy: (factor) => go({ zoom: asked.zoom * factor }),
    moveBy: (right, down) =>
      go({ x: asked.x + (right * step * mapWidth) / asked.zoom, y: asked.y + (down * step * mapWidth * ratio) / asked.zoom }),
    showWorld: () => onView(wholeWorld),
  });

  // The circle that was pressed is gone once it has opened: the focus goes on to its largest country.
  useEffect(() => {
    if (opened === undefined) return;
    box.current?.querySelector<HTMLElement>(`[data-countries~="${opened}"]`)?.focus({ preventScroll: true });
  }, [opened, markers]);

  const open = (marker: MapMarker) => {
    setOpened(marker.countries[0]?.country);
    go({ x: marker.x, y: marker.y, zoom: 2 ** (marker.partsAt ?? 0) });
  };
  const zoomButtons = [
    { label: t('map.zoomIn'), icon: <PlusIcon />, isIdle: asked.zoom >= deepestZoom, press: () => go({ zoom: asked.zoom * 2 }) },
    { label: t('map.zoomOut'), icon: <MinusIcon />, isIdle: asked.zoom <= 1, press: () => go({ zoom: asked.zoom / 2 }) },
    { label: t('map.wholeWorld'), icon: <WholeWorldIcon />, isIdle: asked.zoom <= 1, press: () => onView(wholeWorld) },
  ];

  return (
    <div
      className={`map-box map-box--zoomable ${view.zoom > 1 ? 'is-enlarged' : ''}`}
      style={fillsWindow ? undefined : { aspectRatio: `1 / ${ratio}` }}
      dir="ltr"
      ref={box}
      role="group"
      aria-label={t('map.title')}
      aria-describedby="map-keys"
      {...handlers}
    >
      <svg className="map" viewBox={`${-mapWidth / 2} ${(-mapWidth * ratio) / 2} ${mapWidth} ${mapWidth * ratio}`} aria-hidden="true">
        <g transform={`scale(${view.zoom}) translate(${-view.x} ${-view.y})`}>
          <LandLayers world={world} shaded={shaded} outlined={outlined} frame={frame} />
        </g>
      </svg>
      <div className="map-tools">
        {zoomButtons.map(({ label, icon, isIdle, press }) => (
          <button
            key={label}
            type="button"
            className="button button--icon"
            aria-label={label}
            title={label}
            aria-disabled={isIdle}
            onClick={press}
          >
            {icon}
          </button>
        ))}
        {tools}
      </div>
      {inside.map(({ marker, left, top }) => (
        <MarkerLink
          key={marker.key}
          marker={marker}
          left={left}
          top={top}
          chosen={chosen}
          hot={hot}
          address={addressOf(marker)}
          onOpen={open}
        />
      ))}
      <p className="map__outside tiny" role="status">
        {outside > 0 && t('map.outside', { count: outside })}
      </p>
    </div>
  );
}
