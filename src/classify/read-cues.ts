import type { Owner } from './compile-rules.ts';
import type { Hit } from './create-hit-finder.ts';
import type { CuePlace, CueReach } from './cue.ts';
import type { CueHit } from './cue-hit.ts';
import { CATEGORY_FIELD, FIELD_NAMES, MARK, type TokenBuffer } from './token-buffer.ts';

/** Modifiers that count only in the writer's own words: a "not" inside an insult denies nothing. */
const OF_THE_WRITER: ReadonlySet<string> = new Set([
  'negated',
  'hypothetical',
  'planned',
  'historical',
  'undone',
]);

/** Words that take back the cues within them, all or those of some reaches. */
interface Shield {
  readonly hit: Hit;
  readonly over: readonly CueReach[] | undefined;
}

function isShielded({ from, to }: Hit, reach: CueReach, shields: readonly Shield[]): boolean {
  return shields.some(
    ({ hit, over }) => hit.from <= from && hit.to >= to && (over === undefined || over.includes(reach)),
  );
}

/** Whether a cue stands where it has to. */
function standsRight({ from, to }: Hit, place: CuePlace | undefined, tokens: TokenBuffer): boolean {
  if (place === undefined) return true;
  const sentence = tokens.sentence[from];
  if (place === 'start') return from === 0 || tokens.sentence[from - 1] !== sentence;
  if (place === 'part' && ((tokens.marks[from] ?? 0) & MARK.breakBefore) === 0) return false;
  return (
    to >= tokens.count ||
    tokens.sentence[to] !== sentence ||
    ((tokens.marks[to] ?? 0) & (MARK.breakBefore | MARK.commaBefore)) !== 0
  );
}

/** The cues among the hits of a record that count where they stand: not shielded, not quoted, in their field. */
export function readCues(hits: readonly Hit[], owners: readonly Owner[], tokens: TokenBuffer): CueHit[] {
  const shields: Shield[] = [];
  let some = false;
  for (const hit of hits) {
    const owner = owners[hit.owner];
    if (owner?.kind !== 'cue') continue;
    some = true;
    if (owner.cue.flag === 'shield' && standsRight(hit, owner.cue.at, tokens))
      shields.push({ hit, over: owner.cue.over });
  }
  const cues: CueHit[] = [];
  if (!some) return cues;
  for (const hit of hits) {
    const owner = owners[hit.owner];
    if (owner?.kind !== 'cue' || owner.cue.flag === 'shield') continue;
    const { id, flag, reach, size, weight } = owner.cue;
    const field = tokens.field[hit.from] ?? 0;
    const wanted = owner.cue.in ?? 'text';
    if (wanted === 'text' ? field === CATEGORY_FIELD : wanted !== 'any' && FIELD_NAMES[field] !== wanted)
      continue;
    if (!standsRight(hit, owner.cue.at, tokens)) continue;
    const quoted = ((tokens.marks[hit.from] ?? 0) & MARK.quoted) !== 0;
    if (quoted && OF_THE_WRITER.has(flag)) continue;
    if (shields.length > 0 && !id.startsWith('attempt') && isShielded(hit, reach, shields)) continue;
    cues.push({ id, flag, reach, size: size ?? 0, weight: weight ?? 0, from: hit.from, to: hit.to });
  }
  return cues;
}
