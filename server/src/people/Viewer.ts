/** The offices of the network. */
export const officeKinds = ['SECRETARIAT', 'TREASURER', 'SAFEGUARDING_LEAD', 'COORDINATOR', 'CONVENER', 'OPERATOR'] as const;
export type OfficeKind = (typeof officeKinds)[number];

/** What a seat of an organisation is for. */
export const seatKinds = ['REPRESENTATIVE', 'ALTERNATE', 'CONTACT', 'DELEGATE'] as const;
export type SeatKind = (typeof seatKinds)[number];

/** An office of the network that the viewer holds now. */
export interface HeldOffice {
  kind: OfficeKind;
  /** What it is limited to, such as the short name of a coalition or the key of a group. */
  scope?: string;
}

/** A seat of an organisation that the viewer holds now. */
export interface HeldSeat {
  organisationId: string;
  kind: SeatKind;
  /** Whether the viewer may invite, replace and end for the organisation. */
  isAdministrator: boolean;
}

/** Who asks: all that policies may know of a signed-in person. */
export interface Viewer {
  accountId: string;
  personId: string;
  offices: readonly HeldOffice[];
  seats: readonly HeldSeat[];
}
