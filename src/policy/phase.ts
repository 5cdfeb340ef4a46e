/** What kind of school it is, as far as reports need to know. */
export type Phase = 'primary' | 'secondary' | 'all_through' | 'special' | 'unknown';
