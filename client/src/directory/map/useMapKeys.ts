import { type RefObject, useEffect } from 'react';

export interface MapActs {
  zoomBy(factor: number): void;
  moveBy(right: number, down: number): void;
  showWorld(): void;
}

/** Arrow keys move the map, plus and minus enlarge it, zero shows the world, wherever in the map the focus is. */
export function useMapKeys(box: RefObject<HTMLElement | null>, acts: MapActs) {
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
