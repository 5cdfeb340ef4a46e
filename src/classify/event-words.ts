/** Classes that the event pass asks for, by the name that it uses. */
export const EVENT_CLASSES = {
  passive: 'PASSIVE',
  suffers: 'SUFFERS',
  article: 'ARTICLE',
  participle: 'PARTICIPLE',
  finite: 'FINITE',
  preposition: 'PREPOSITION',
  clause: 'CLAUSE_WORD',
  terminator: 'TERMINATOR',
  object: 'OBJECT',
  body: 'BODY',
  ownBody: 'OWN_BODY',
  possessive: 'POSSESSIVE',
  mine: 'MINE',
  reflexive: 'REFLEXIVE',
  by: 'BY',
  at: 'AT',
  tell: 'TELL',
  throwing: 'THROW',
  small: 'SMALL_WORD',
  afterHim: 'AFTER_HIM',
  and: 'AND',
  apostropheS: 'APOSTROPHE_S',
  to: 'TO',
  aim: 'AIM',
  reporting: 'REPORTING',
  auxiliary: 'AUXILIARY',
  slur: 'SLUR',
} as const;

/** The bit of each class, for `Scan.events`. */
export type EventWords = Readonly<Record<keyof typeof EVENT_CLASSES, number>>;
