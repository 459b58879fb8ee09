import { act, renderHook } from '@testing-library/react';
import { type PointerEvent, useLayoutEffect } from 'react';
import { type MapView, wholeWorld } from './mapView.js';
import { useMapGestures } from './useMapGestures.js';

/** A box of 400 by 200 pixels on which fingers are laid. */
const box = { current: document.createElement('div') };
box.current.getBoundingClientRect = () => new DOMRect(0, 0, 400, 200);
box.current.setPointerCapture = () => undefined;
box.current.hasPointerCapture = () => true;
const finger = (pointerId: number, clientX: number) =>
  ({ pointerId, clientX, clientY: 100, pointerType: 'touch', currentTarget: box.current }) as unknown as PointerEvent;

describe('gestures on the map', () => {
  it('keeps the last move of two fingers, even when it comes before an older one has been drawn to the end', () => {
    const kept: MapView[] = [];
    const asked = { ...wholeWorld, zoom: 2 };
    const { result } = renderHook(() => {
      const { view, handlers } = useMapGestures(box, asked, 0.5, false, (next) => kept.push(next));
      // The browser goes on while a drawing is fresh: what the hook does after drawing has not been done yet.
      useLayoutEffect(() => {
        if (Math.round(view.zoom) === 4) handlers.onPointerMove(finger(1, 130));
        if (Math.round(view.zoom) !== 8) return;
        handlers.onPointerUp(finger(1, 130));
        handlers.onPointerUp(finger(2, 210));
      });
      return handlers;
    });
    act(() => {
      result.current.onPointerDown(finger(1, 190));
      result.current.onPointerDown(finger(2, 210));
      result.current.onPointerMove(finger(1, 170));
    });
    expect(kept.map(({ zoom }) => zoom)).toEqual([expect.closeTo(8)]);
  });

  it('goes on from where the address leads to after a gesture', () => {
    const kept: MapView[] = [];
    const { result, rerender } = renderHook(({ asked }) => useMapGestures(box, asked, 0.5, false, (view) => kept.push(view)), {
      initialProps: { asked: { ...wholeWorld, zoom: 2 } },
    });
    const spread = () =>
      act(() => {
        const { onPointerDown, onPointerMove, onPointerUp } = result.current.handlers;
        onPointerDown(finger(1, 190));
        onPointerDown(finger(2, 210));
        onPointerMove(finger(2, 230));
        onPointerUp(finger(1, 190));
        onPointerUp(finger(2, 230));
      });
    spread();
    rerender({ asked: { ...wholeWorld, zoom: 3 } });
    expect(result.current.view.zoom).toBe(3);
    spread();
    expect(kept.map(({ zoom }) => zoom)).toEqual([expect.closeTo(4), expect.closeTo(6)]);
  });
});
