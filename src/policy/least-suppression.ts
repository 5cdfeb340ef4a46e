/** Below these a count or a rate can point at one pupil, whatever a settings file asks for. */
export const LEAST_SUPPRESSION = { threshold: 3, group_minimum: 5 } as const;
