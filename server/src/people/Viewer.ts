/** An office of the network that a person holds. */
export interface Office {
  kind: string;
  scope?: string;
}

/** A seat of an organisation that a person holds. */
export interface Seat {
  organisationId: string;
  kind: string;
  isAdministrator: boolean;
}

/** Who asks: all that policies may know of a signed-in person. */
export interface Viewer {
  accountId: string;
  personId: string;
  offices: readonly Office[];
  seats: readonly Seat[];
}
