import { type RefObject, useEffect, useState } from 'react';

/**
 * Lets an element fill the window, and the screen where the browser can: what stands around it cannot be reached meanwhile.
 * Escape, or leaving the full screen, calls `onLeave`.
 */
export function useFullWindow(element: RefObject<HTMLElement | null>, isFull: boolean, onLeave: () => void) {
  useEffect(() => {
    const full = element.current;
    if (!isFull || !full) return;
    const aside: HTMLElement[] = [];
    for (let part: HTMLElement | null = full; part && part !== document.body; part = part.parentElement) {
      for (const sibling of part.parentElement?.children ?? []) {
        if (sibling instanceof HTMLElement && sibling !== part && !sibling.hasAttribute('inert')) aside.push(sibling);
      }
    }
    for (const each of aside) each.setAttribute('inert', '');
    let wasOnScreen = false;
    const onScreenChange = () => {
      if (wasOnScreen && !document.fullscreenElement) onLeave();
      wasOnScreen = document.fullscreenElement !== null;
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onLeave();
    document.addEventListener('fullscreenchange', onScreenChange);
    document.addEventListener('keydown', onKey);
    document.documentElement.classList.add('has-full-window');
    return () => {
      for (const each of aside) each.removeAttribute('inert');
      document.removeEventListener('fullscreenchange', onScreenChange);
      document.removeEventListener('keydown', onKey);
      document.documentElement.classList.remove('has-full-window');
    };
  }, [element, isFull, onLeave]);
}

/** Asks for the whole screen; where the browser has none to give, the window is enough. */
export function takeScreen(element: HTMLElement | null) {
  const asked = element as (HTMLElement & { requestFullscreen?: () => Promise<void> }) | null;
  asked?.requestFullscreen?.().catch(() => undefined);
}

export function leaveScreen() {
  if (document.fullscreenElement) void document.exitFullscreen();
}

/** The height of an element by its width, as long as it is watched. */
export function useRatio(element: RefObject<HTMLElement | null>, isWatched: boolean, otherwise: number): number {
  const [ratio, setRatio] = useState(otherwise);
  useEffect(() => {
    const watched = element.current;
    if (!isWatched || !watched) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry?.contentRect ?? { width: 0, height: 0 };
      if (width > 0 && height > 0) setRatio(height / width);
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, isWatched]);
  return isWatched ? ratio : otherwise;
}
