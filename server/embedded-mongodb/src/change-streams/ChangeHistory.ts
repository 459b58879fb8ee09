/** The newest committed changes, for change streams that resume. */
export class ChangeHistory {}
