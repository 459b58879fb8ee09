import { useTranslation } from '../../ui/useTranslation.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import type { Hot } from '../OrganisationList.js';
import type { MapMarker } from './markers.js';
import { pinSize } from './pins.js';
import { markerInWords } from './placesInWords.js';

interface Props {
  marker: MapMarker;
  /** Where in the window, as shares of its width and height. */
  left: number;
  top: number;
  /** The countries whose list stands beside the map; empty where it is the list of all. */
  chosen: readonly string[];
  hot: Hot;
  /** Where the list of the marker's organisations is. */
  address: string;
  onOpen(marker: MapMarker): void;
}

/** A number on the map: several places open into their parts, one place opens its list. */
export function MarkerLink({ marker, left, top, chosen, hot, address, onOpen }: Props) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const countries = marker.countries.map(({ country }) => country);
  const isSeveral = marker.partsAt !== null;
  const isChosen = countries.some((country) => chosen.includes(country));
  const attributes = {
    'data-countries': countries.join(' '),
    className: [
      'map__pin',
      isSeveral && 'map__pin--several',
      marker.area && 'map__pin--area',
      isChosen && !isSeveral && 'is-chosen',
      chosen.length > 0 && !isChosen && 'is-aside',
      countries.some((country) => hot.countries.includes(country)) && 'is-hot',
    ]
      .filter(Boolean)
      .join(' '),
    style: {
      insetInlineStart: wholeWithin(left),
      insetBlockStart: wholeWithin(top),
      '--pin': `${pinSize(marker.count)}px`,
    },
    onPointerEnter: () => hot.point(countries),
    onPointerLeave: () => hot.point([]),
    onFocus: () => hot.point(countries),
    onBlur: () => hot.point([]),
  };
  const words = markerInWords(marker, t, format);
  return isSeveral ? (
    <button type="button" {...attributes} aria-label={t('map.openCluster', { cluster: words })} onClick={() => onOpen(marker)}>
      {format.number(marker.count)}
    </button>
  ) : (
    <Link {...attributes} to={address} aria-label={words} aria-current={isChosen ? 'true' : undefined}>
      {format.number(marker.count)}
    </Link>
  );
}

/** A share of the window, but never so near to its edge that a part of the circle is cut off. */
const wholeWithin = (share: number) => `clamp(var(--pin) / 2, ${(share * 100).toFixed(2)}%, 100% - var(--pin) / 2)`;
