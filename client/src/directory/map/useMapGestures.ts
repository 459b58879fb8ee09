import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { mapWidth } from './mapSize.js';
import { heldInWorld, type MapView, zoomedAround } from './mapView.js';

/** How long the wheel rests before the view is kept. */
const rest = 160;
const wheelStep = 1.0025;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Moves the map by dragging, and enlarges it by pinching and by the wheel: with Ctrl always, without it once the map has been pressed
 * or fills the window, so that the page can still be scrolled over it. While a gesture lasts the view is only shown; at its end `onView` keeps it.
 */
export function useMapGestures(
  box: RefObject<HTMLElement | null>,
  asked: MapView,
  ratio: number,
  fillsWindow: boolean,
  onView: (view: MapView) => void,
) {
  const [shown, setShown] = useState<MapView>();
  const pointers = useRef(new Map<number, Point>());
  const isPressed = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const view = shown ?? asked;
  const latest = useRef({ view, ratio, fillsWindow, onView });
  useEffect(() => {
    latest.current = { view, ratio, fillsWindow, onView };
  });

  // React listens to the wheel without the right to keep the page from scrolling.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      const now = latest.current;
      if (!event.ctrlKey && !event.metaKey && !isPressed.current && !now.fillsWindow) return;
      event.preventDefault();
      const { left, top, width, height } = element.getBoundingClientRect();
      // A pinch on a touchpad comes as a wheel with Ctrl, in steps ten times finer.
      const turned = -event.deltaY * (event.deltaMode === 1 ? 20 : 1) * (event.ctrlKey && Math.abs(event.deltaY) < 50 ? 4 : 1);
      const next = zoomedAround(now.view, now.ratio, wheelStep ** turned, (event.clientX - left) / width, (event.clientY - top) / height);
      latest.current = { ...now, view: next };
      setShown(next);
      clearTimeout(resting.current);
      resting.current = setTimeout(() => {
        setShown(undefined);
        now.onView(next);
      }, rest);
    };
    const onLeave = () => (isPressed.current = false);
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerleave', onLeave);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerleave', onLeave);
      clearTimeout(resting.current);
    };
  }, [box]);

  const pressed = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    isPressed.current = event.pointerType === 'mouse';
  };
  const moved = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    const element = box.current;
    if (!before || !element) return;
    const now = { x: event.clientX, y: event.clientY };
    const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    pointers.current.set(event.pointerId, now);
    const { left, top, width, height } = element.getBoundingClientRect();
    const unit = mapWidth / view.zoom / width;
    // Two fingers move the map with their middle and enlarge it as they part.
    const half = other ? 0.5 : 1;
    const moved = heldInWorld(
      { ...view, x: view.x + (before.x - now.x) * unit * half, y: view.y + (before.y - now.y) * unit * half },
      ratio,
    );
    if (!other) {
      setShown(moved);
      return;
    }
    const factor = distance(now, other) / Math.max(1, distance(before, other));
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    setShown(zoomedAround(moved, ratio, factor, (middle.x - left) / width, (middle.y - top) / height));
  };
  const released = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size > 0 || !shown) return;
    setShown(undefined);
    onView(shown);
  };

  return {
    view,
    handlers: { onPointerDown: pressed, onPointerMove: moved, onPointerUp: released, onPointerCancel: released },
  };
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
