/** Modifiers of a stretch of text, as bits. */
export const FLAG = {
  negated: 1,
  hypothetical: 2,
  planned: 4,
  historical: 8,
  lesson: 16,
  elsewhere: 32,
  not_upheld: 64,
  accident: 128,
  unconfirmed: 256,
  reported: 512,
  nobody: 1024,
  ordinary: 2048,
  adult_actor: 4096,
  threat: 8192,
  no_incident: 16384,
  /** What nobody said: `did not tell her that | she smells`. It denies words, and no deeds. */
  unsaid: 65536,
  /** Only wanted, thought of, refused or kept from happening. */
  undone: 32768,
} as const;

export type FlagName = keyof typeof FLAG;

/**
 * Where a cue works: on what follows, what stands before, its whole sentence, its field, or the record; `across` on what
 * stands before it and before a `but` that leads to it (`rang Mum but there was | no answer`); `within` on its
 * own words, `onward` on those and on what follows, `before` on all of its sentence that stands before it and on the
 * sentence before that, `answer` on a question that it answers.
 */
export type CueReach =
  | 'forward'
  | 'backward'
  | 'across'
  | 'within'
  | 'onward'
  | 'sentence'
  | 'before'
  | 'answer'
  | 'field'
  | 'record';

/**
 * Where a cue has to stand to count: at the start of its sentence, at the end of one or of a part of it, or as the whole
 * of what follows a colon, a dash or a bracket (`part`).
 */
export type CuePlace = 'start' | 'end' | 'part';
