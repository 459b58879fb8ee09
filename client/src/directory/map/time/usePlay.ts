import { useEffect, useEffectEvent, useState } from 'react';

/** How long each year stays, in milliseconds. */
const pace = 420;

/** Goes through years one after the other, each once the one before has been shown; whoever chooses a year by hand stops it. */
export function usePlay(years: readonly number[], year: number | undefined, isShown: boolean, onYear: (year: number) => void) {
  const [isPlaying, setIsPlaying] = useState(false);
  const next = years.find((each) => each > (year ?? Infinity));
  const goOn = useEffectEvent(() => {
    if (next === undefined) setIsPlaying(false);
    else onYear(next);
  });
  useEffect(() => {
    if (!isPlaying || !isShown) return;
    const timer = setTimeout(goOn, pace);
    return () => clearTimeout(timer);
  }, [isPlaying, isShown, year]);
  return {
    isPlaying,
    play: () => {
      const [first] = years;
      if (next === undefined && first !== undefined) onYear(first);
      setIsPlaying(true);
    },
    stop: () => setIsPlaying(false),
  };
}
