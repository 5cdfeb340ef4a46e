/** The four nations, as the configuration names them: bank holidays and the usual school year differ. */
export type Nation = 'england' | 'wales' | 'scotland' | 'northern_ireland';
