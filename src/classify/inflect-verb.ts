/** The five written forms of a verb. */
export interface VerbForms {
  readonly base: string;
  readonly third: string;
  readonly present: string;
  readonly past: string;
  readonly participle: string;
}

const VOWELS = 'aeiou';

function doublesLast(word: string): boolean {
  const last = word.at(-1) ?? '';
  const before = word.at(-2) ?? '';
  const third = word.at(-3) ?? '';
  if (VOWELS.includes(last) || 'wxyh'.includes(last) || !VOWELS.includes(before) || VOWELS.includes(third)) {
    return false;
  }
  let groups = 0;
  for (let i = 0; i < word.length; i++) {
    if (VOWELS.includes(word[i] ?? '') && !VOWELS.includes(word[i - 1] ?? ' ')) groups++;
  }
  return groups === 1;
}

function endsWithAny(word: string, endings: readonly string[]): boolean {
  return endings.some((ending) => word.endsWith(ending));
}

/**
 * Writes out the forms of one verb; only the first word of a verb with a particle changes (`beat up`).
 * `irregular` maps a base to `past` or `past participle`, and is asked first: spelling rules alone would
 * turn `hit` into `hitted`.
 */
export function inflectVerb(verb: string, irregular: Readonly<Record<string, string>>): VerbForms {
  const space = verb.indexOf(' ');
  const base = space < 0 ? verb : verb.slice(0, space);
  const rest = space < 0 ? '' : verb.slice(space);
  const doubled = doublesLast(base) ? base + (base.at(-1) ?? '') : base;
  const silentE = base.endsWith('e') && !endsWithAny(base, ['ee', 'oe', 'ye']);
  const consonantY = base.endsWith('y') && !VOWELS.includes(base.at(-2) ?? '');
  let third = `${base}s`;
  if (endsWithAny(base, ['s', 'x', 'z', 'ch', 'sh'])) third = `${base}es`;
  else if (consonantY) third = `${base.slice(0, -1)}ies`;
  let present = `${doubled}ing`;
  if (base.endsWith('ie')) present = `${base.slice(0, -2)}ying`;
  else if (silentE) present = `${base.slice(0, -1)}ing`;
  let past = `${doubled}ed`;
  if (base.endsWith('e')) past = `${base}d`;
  else if (consonantY) past = `${base.slice(0, -1)}ied`;
  const listed = irregular[base]?.split(' ');
  const pastForm = listed?.[0] ?? past;
  const participle = listed?.[1] ?? pastForm;
  return {
    base: base + rest,
    third: third + rest,
    present: present + rest,
    past: pastForm + rest,
    participle: participle + rest,
  };
}
