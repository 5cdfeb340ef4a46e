import { type GrammarDraft, internSymbol } from './grammar.ts';

/** Symbols that the role pass asks for and gives out. */
export interface RoleSymbols {
  readonly staff: number;
  readonly pupil: number;
  readonly adult: number;
  readonly author: number;
  readonly subject: number;
  readonly object: number;
  readonly notPerson: number;
  readonly given: {
    readonly staff: number;
    readonly pupil: number;
    readonly adult: number;
    readonly person: number;
    readonly child: number;
    readonly name: number;
    readonly nobody: number;
  };
}

/** Classes by which persons are told, by the name that the role pass uses. */
export const PERSON_CLASSES = {
  title: 'TITLE',
  staff: 'STAFF_WORD',
  pupil: 'PUPIL_WORD',
  adult: 'ADULT_WORD',
  author: 'AUTHOR',
  subject: 'HE',
  object: 'HIM',
  name: 'NAME',
  plainName: 'PLAIN_NAME',
  notName: 'NOT_NAME',
  notPerson: 'NOT_PERSON',
  auxiliary: 'AUXILIARY',
  actVerb: 'FINITE',
  care: 'CARE',
  note: 'NOTE_SAYS',
} as const;

/** The bit of each class, for `Scan.persons`. */
export type PersonWords = Readonly<Record<keyof typeof PERSON_CLASSES, number>>;

/** Numbers the symbols of the role pass before the lexicon is loaded, so that every rule may ask for a role. */
export function internRoles(draft: GrammarDraft): RoleSymbols {
  const role = (name: string): number => internSymbol(draft, `r:${name}`);
  for (const name of Object.values(PERSON_CLASSES)) internSymbol(draft, `c:${name}`);
  const word = (name: keyof typeof PERSON_CLASSES): number =>
    internSymbol(draft, `c:${PERSON_CLASSES[name]}`);
  return {
    staff: word('staff'),
    pupil: word('pupil'),
    adult: word('adult'),
    author: word('author'),
    subject: word('subject'),
    object: word('object'),
    notPerson: word('notPerson'),
    given: {
      staff: role('STAFF'),
      pupil: role('PUPIL'),
      adult: role('ADULT'),
      person: role('PERSON'),
      child: role('CHILD'),
      name: role('NAME'),
      nobody: role('NOBODY'),
    },
  };
}
