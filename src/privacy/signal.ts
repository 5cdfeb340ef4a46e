/** What a point of a control chart says: usual variation, or outside it in one direction or the other. */
export type Signal = 'common' | 'concern' | 'improvement';
