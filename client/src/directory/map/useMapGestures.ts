import { type DragEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { mapWidth } from './mapSize.js';
import { heldInWorld, type MapView, zoomedAround } from './mapView.js';

/** How long the wheel rests before the view is kept. */
const rest = 160;
const wheelStep = 1.0025;
/** How far a press may stray, in pixels, before it moves the map. */
const slack = 5;

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
  // Several moves may come before the map is drawn anew: each goes on from the last, whatever has been drawn meanwhile.
  const newest = useRef(asked);
  const pointers = useRef(new Map<number, Point>());
  const isPressed = useRef(false);
  const isMoving = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ ratio, fillsWindow, onView });
  useEffect(() => {
    latest.current = { ratio, fillsWindow, onView };
  });
  const { x, y, zoom } = asked;
  useEffect(() => {
    newest.current = { x, y, zoom };
  }, [x, y, zoom]);

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
      const next = zoomedAround(
        newest.current,
        now.ratio,
        wheelStep ** turned,
        (event.clientX - left) / width,
        (event.clientY - top) / height,
      );
      newest.current = next;
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
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    isPressed.current = event.pointerType === 'mouse';
  };
  const moved = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    const element = box.current;
    if (!before || !element) return;
    const now = { x: event.clientX, y: event.clientY };
    // Until it is clear that the map is meant, what is under the finger may be: a number that is pressed opens.
    if (!isMoving.current && pointers.current.size < 2 && distance(before, now) < slack) return;
    isMoving.current = true;
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId);
    const [other] = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    pointers.current.set(event.pointerId, now);
    const { left, top, width, height } = element.getBoundingClientRect();
    const last = newest.current;
    const unit = mapWidth / last.zoom / width;
    // Two fingers move the map with their middle and enlarge it as they part.
    const half = other ? 0.5 : 1;
    let next = heldInWorld({ ...last, x: last.x + (before.x - now.x) * unit * half, y: last.y + (before.y - now.y) * unit * half }, ratio);
    if (other) {
      const factor = distance(now, other) / Math.max(1, distance(before, other));
      next = zoomedAround(next, ratio, factor, ((now.x + other.x) / 2 - left) / width, ((now.y + other.y) / 2 - top) / height);
    }
    newest.current = next;
    setShown(next);
  };
  const released = (event: PointerEvent) => {
    pointers.current.delete(event.pointerId);
    if (pointers.current.size > 0 || !isMoving.current) return;
    isMoving.current = false;
    setShown(undefined);
    onView(newest.current);
  };

  return {
    view: shown ?? asked,
    handlers: {
      onPointerDown: pressed,
      onPointerMove: moved,
      onPointerUp: released,
      onPointerCancel: released,
      // A number is a link, and browsers would carry it away.
      onDragStart: (event: DragEvent) => event.preventDefault(),
    },
  };
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);
