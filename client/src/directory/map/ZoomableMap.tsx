import './map.css';
import { type PointerEvent, use, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.js';
import { MinusIcon, PlusIcon, WholeWorldIcon } from '../../ui/icons.js';
import type { Hot } from '../OrganisationList.js';
import { clustersAt, indexPlaces, type PlaceCluster, zoomThatParts } from './clusters.js';
import { Land } from './Land.js';
import type { MapPlace } from './MapPlace.js';
import { mapWidth } from './mapSize.js';
import { deepestZoom, heldInWorld, inWindow, type MapView, wholeWorld } from './mapView.js';
import { middleOf, pinSize } from './pins.js';
import { clusterInWords } from './placesInWords.js';
import { loadWorld } from './world.js';

interface Props {
  places: readonly MapPlace[];
  /** The countries whose list stands beside the map; empty where it is the list of all. */
  chosen: readonly string[];
  /** Where the list of a country is, or the list without it when it is chosen already. */
  addressOf(country: string): string;
  view: MapView;
  onView(view: MapView): void;
  /** The height of the window by its width. */
  ratio: number;
  hot: Hot;
}

const step = 0.25;

/** The world to be moved and enlarged, by hand and by keys: clusters open into their countries, a country opens its list. */
export function ZoomableMap({ places, chosen, addressOf, view: askedView, onView, ratio, hot }: Props) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const land = use(loadWorld());
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ fromX: number; fromY: number; x: number; y: number }>();
  const [opened, setOpened] = useState<string>();

  const asked = heldInWorld(askedView, ratio);
  const view = drag ? heldInWorld({ ...asked, x: asked.x + drag.x, y: asked.y + drag.y }, ratio) : asked;
  const index = useMemo(() => indexPlaces(places, ratio > 0.7 ? 62 : 34), [places, ratio]);
  const depth = Math.floor(Math.log2(view.zoom));
  const clusters = useMemo(() => clustersAt(index, depth), [index, depth]);
  const markers = clusters.map((cluster) => ({ cluster, ...inWindow(view, ratio, middleOf(cluster)) }));
  const outside = markers.filter(({ isInside }) => !isInside).reduce((sum, { cluster }) => sum + cluster.count, 0);

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
  }, [opened, depth]);

  const open = (cluster: PlaceCluster) => {
    setOpened(cluster.places[0]?.country);
    go({ ...middleOf(cluster), zoom: 2 ** zoomThatParts(index, cluster, depth) });
  };
  const moved = (event: PointerEvent) => {
    if (!drag || !box.current) return;
    const unit = mapWidth / asked.zoom / box.current.clientWidth;
    setDrag({ ...drag, x: (drag.fromX - event.clientX) * unit, y: (drag.fromY - event.clientY) * unit });
  };
  const released = () => {
    if (drag && (drag.x !== 0 || drag.y !== 0)) go({ x: view.x, y: view.y });
    setDrag(undefined);
  };

  return (
    <div
      className={`map-box map-box--zoomable ${view.zoom > 1 ? 'is-enlarged' : ''}`}
      style={{ aspectRatio: `1 / ${ratio}` }}
      dir="ltr"
      ref={box}
      role="group"
      aria-label={t('map.title')}
      aria-describedby="map-keys"
    >
      <svg
        className="map"
        viewBox={`${-mapWidth / 2} ${(-mapWidth * ratio) / 2} ${mapWidth} ${mapWidth * ratio}`}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ fromX: event.clientX, fromY: event.clientY, x: 0, y: 0 });
        }}
        onPointerMove={moved}
        onPointerUp={released}
        onPointerCancel={released}
      >
        <g transform={`scale(${view.zoom}) translate(${-view.x} ${-view.y})`}>
          <Land path={land} />
        </g>
      </svg>
      <div className="map-tools">
        <button
          type="button"
          className="button button--icon"
          aria-label={t('map.zoomIn')}
          title={t('map.zoomIn')}
          aria-disabled={asked.zoom >= deepestZoom}
          onClick={() => go({ zoom: asked.zoom * 2 })}
        >
          <PlusIcon />
        </button>
        <button
          type="button"
          className="button button--icon"
          aria-label={t('map.zoomOut')}
          title={t('map.zoomOut')}
          aria-disabled={asked.zoom <= 1}
          onClick={() => go({ zoom: asked.zoom / 2 })}
        >
          <MinusIcon />
        </button>
        <button
          type="button"
          className="button button--icon"
          aria-label={t('map.wholeWorld')}
          title={t('map.wholeWorld')}
          aria-disabled={asked.zoom <= 1}
          onClick={() => onView(wholeWorld)}
        >
          <WholeWorldIcon />
        </button>
      </div>
      {markers
        .filter(({ isInside }) => isInside)
        .map(({ cluster, left, top }) => {
          const countries = cluster.places.map(({ country }) => country);
          const [only] = countries.length === 1 ? countries : [];
          const isChosen = countries.some((country) => chosen.includes(country));
          const isHot = countries.some((country) => hot.countries.includes(country));
          const marker = {
            'data-countries': countries.join(' '),
            className: [
              'map__pin',
              countries.length > 1 && 'map__pin--several',
              isChosen && only !== undefined && 'is-chosen',
              chosen.length > 0 && !isChosen && 'is-aside',
              isHot && 'is-hot',
            ]
              .filter(Boolean)
              .join(' '),
            style: {
              insetInlineStart: `${(left * 100).toFixed(2)}%`,
              insetBlockStart: `${(top * 100).toFixed(2)}%`,
              '--pin': `${pinSize(cluster.count)}px`,
            },
            onPointerEnter: () => hot.point(countries),
            onPointerLeave: () => hot.point([]),
            onFocus: () => hot.point(countries),
            onBlur: () => hot.point([]),
          };
          const words = clusterInWords(cluster, t, format);
          return only === undefined ? (
            <button
              key={cluster.key}
              type="button"
              {...marker}
              aria-label={t('map.openCluster', { cluster: words })}
              onClick={() => open(cluster)}
            >
              {format.number(cluster.count)}
            </button>
          ) : (
            <Link
              key={cluster.key}
              {...marker}
              to={addressOf(only)}
              preventScrollReset
              aria-label={words}
              aria-current={isChosen ? 'true' : undefined}
            >
              {format.number(cluster.count)}
            </Link>
          );
        })}
      <p className="map__outside tiny" role="status">
        {outside > 0 && t('map.outside', { count: outside })}
      </p>
    </div>
  );
}

interface MapActs {
  zoomBy(factor: number): void;
  moveBy(right: number, down: number): void;
  showWorld(): void;
}

/** Arrow keys move the map, plus and minus enlarge it, zero shows the world, wherever in the map the focus is. */
function useMapKeys(box: { current: HTMLElement | null }, acts: MapActs) {
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const actByKey: Readonly<Record<string, () => void>> = {
      '+': () => acts.zoomBy(2),
      '=': () => acts.zoomBy(2),
      '-': () => acts.zoomBy(0.5),
      '0': () => acts.showWorld(),
      ArrowLeft: () => acts.moveBy(-1, 0),
      ArrowRight: () => acts.moveBy(1, 0),
      ArrowUp: () => acts.moveBy(0, -1),
      ArrowDown: () => acts.moveBy(0, 1),
    };
    const onKey = (event: KeyboardEvent) => {
      const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : actByKey[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    element.addEventListener('keydown', onKey);
    return () => element.removeEventListener('keydown', onKey);
  });
}
