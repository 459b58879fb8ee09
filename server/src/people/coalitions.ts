/** Whether there is a coalition of this short name. */
type IsCoalition = (shortName: string) => boolean;

let known: IsCoalition = () => false;

/** The room that knows which networks there are says so here; called when the portal starts. Until then there is no coalition. */
export function registerCoalitions(isCoalition: IsCoalition): void {
  known = isCoalition;
}

export const isCoalition: IsCoalition = (shortName) => known(shortName);
