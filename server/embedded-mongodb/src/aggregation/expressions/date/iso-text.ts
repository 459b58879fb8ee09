/** A date as MongoDB writes it: years beyond four digits without the sign that JavaScript gives them. */
export const isoText = (date: Date): string => date.toISOString().replace(/^\+0*/u, '');
