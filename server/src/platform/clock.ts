/** Tells the present moment; commands are handed one, so that tests decide what day it is. */
export type Clock = () => Date;

/** The clock of the machine. */
export const systemClock: Clock = () => new Date();
