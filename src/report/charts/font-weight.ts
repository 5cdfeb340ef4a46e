/** The two faces that are used: no italics, no other weights. */
export type Weight = 'regular' | 'semibold';
