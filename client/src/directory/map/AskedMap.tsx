import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { LazyWorldMap } from './LazyWorldMap.js';
import { StillMap } from './StillMap.js';
import type { WorldMapProps } from './WorldMap.js';

type Asked = 'pressed' | 'pointed' | 'before';

/** Whoever has asked for the map once has it, and needs no picture of it on the next page. */
let wasAsked = false;

/** A picture of the map that becomes the map when the reader presses it (then the focus goes along) or reaches for it with a mouse. */
export function AskedMap(props: WorldMapProps) {
  const { t } = useTranslation('directory');
  const [asked, setAsked] = useState<Asked | undefined>(wasAsked ? 'before' : undefined);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked === 'pressed') box.current?.focus();
  }, [asked]);
  const ask = (how: Asked) => {
    wasAsked = true;
    setAsked(how);
  };

  const still = <StillMap places={props.places} hot={props.hot.countries} />;
  return (
    <div ref={box} tabIndex={-1}>
      {asked ? (
        <LazyWorldMap {...props} meanwhile={still} />
      ) : (
        <button
          type="button"
          className="asked-map"
          onClick={() => ask('pressed')}
          onPointerEnter={({ pointerType }) => pointerType === 'mouse' && ask('pointed')}
        >
          {still}
          <span className="asked-map__use no-print">{t('map.use')}</span>
        </button>
      )}
    </div>
  );
}
