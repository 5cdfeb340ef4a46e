import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import { compileRules } from '../classify/compile-rules.ts';
import { createHitFinder } from '../classify/create-hit-finder.ts';
import { createMatcher } from '../classify/create-matcher.ts';
import { createOwnPupilList, type OwnNames } from '../classify/list-own-pupils.ts';
import type { RuleData } from '../classify/rule-data.ts';
import { createScan, findPhrases } from '../classify/scan.ts';
import { CATEGORY_FIELD, createTokenBuffer, FIELD_NAMES, MARK, readToken } from '../classify/token-buffer.ts';
import { resetTokens, tokeniseField } from '../classify/tokenise.ts';
import type { Incident, Pupil, PupilKey } from '../incident/incident.ts';
import { readFacts } from '../policy/facts.ts';
import type { Act } from './act.ts';
import { type Clause, type ClauseView, type FoundFact, isAct } from './clause-view.ts';
import { createClauseCutter } from './cut-clauses.ts';
import { type DateReading, dateFamilies, readDates } from './date-acts.ts';
import { dropVoid } from './drop-void.ts';
import { findFamilies, type NamedFamily } from './find-families.ts';
import { findHelped } from './find-helped.ts';
import { gatherKnowledge } from './gather-knowledge.ts';
import {
  addTried,
  CONTACT,
  callsOther,
  hearCallBack,
  saysRangBack,
  type TriedCalls,
  triesFamily,
} from './hear-call-back.ts';
import { createNameHider } from './hide-own-names.ts';
import { isSchoolHour } from './is-school-hour.ts';
import { helpsSomebody, type JudgedAct, judgeActs, reachesFamily } from './judge-acts.ts';

/** Reads what was done, when, and towards whom from the words of one record after another. */
export type ActionReader = (incident: Incident, pupils: ReadonlyMap<PupilKey, Pupil>) => readonly Act[];

/** Facts that are none within quotation marks. */
const UNQUOTED: ReadonlySet<string> = new Set(
  readFacts()
    .facts.filter((fact) => fact.unquoted === true)
    .map(({ code }) => code),
);

/** Facts whose number is an hour of the school day. */
const IN_HOURS: ReadonlySet<string> = new Set(
  readFacts()
    .facts.filter((fact) => fact.in_school_hours === true)
    .map(({ code }) => code),
);

/** Most clauses of most records say nothing that a duty asks for: they are read no further. */
function holdsAct(clause: Clause): boolean {
  return clause.hits.length > 0 && clause.hits.some(isAct);
}

function isInPlace(rule: RuleData, field: number): boolean {
  const place = rule.in ?? 'text';
  return field !== CATEGORY_FIELD && (place === 'text' || place === FIELD_NAMES[field]);
}

/**
 * Builds the reader: compiles the words and facts once (some tens of milliseconds). It reads with the classifier's
 * engine, clause by clause (only the facts `asked` for; all when null): a `not`, a `will` or a `no answer` works on its own clause only.
 */
export function buildActionReader(
  calendar: SchoolCalendar,
  asked: ReadonlySet<string> | null = null,
): ActionReader {
  const compiled = compileRules(gatherKnowledge(asked));
  const tokens = createTokenBuffer();
  const scan = createScan(tokens.start.length);
  const matcher = createMatcher(scan, compiled.grammar, tokens, compiled.patterns);
  const findHits = createHitFinder(compiled.grammar, compiled.patterns);
  const cut = createClauseCutter(compiled, tokens);
  const sentences = new Int32Array(tokens.start.length);
  const listOwnPupils = createOwnPupilList();
  const hideOwnNames = createNameHider(compiled, tokens);
  const view: ClauseView = { tokens, scan, compiled };

  const listClauses = (): Clause[] => {
    const found = new Map<number, FoundFact[]>();
    for (const { owner, from, to } of findHits(scan, tokens, matcher)) {
      const known = compiled.owners[owner];
      if (known?.kind !== 'rule' || !isInPlace(known.rule, tokens.field[from] ?? 0)) continue;
      if (UNQUOTED.has(known.rule.label) && ((tokens.marks[from] ?? 0) & MARK.quoted) !== 0) continue;
      if (
        IN_HOURS.has(known.rule.label) &&
        !isSchoolHour(readToken(tokens, to - 1), to < tokens.count ? readToken(tokens, to) : '')
      )
        continue;
      const clause = tokens.sentence[from] ?? 0;
      const list = found.get(clause);
      const hit = { code: known.rule.label, from, to };
      if (list === undefined) found.set(clause, [hit]);
      else list.push(hit);
    }
    const clauses: Clause[] = [];
    for (let at = 0; at < tokens.count; ) {
      const clause = tokens.sentence[at] ?? 0;
      let to = at;
      while (to < tokens.count && tokens.sentence[to] === clause && tokens.field[to] === tokens.field[at])
        to++;
      const field = FIELD_NAMES[tokens.field[at] ?? 0];
      if (field === 'narrative' || field === 'action')
        clauses.push({
          from: at,
          to,
          field,
          sentence: sentences[at] ?? 0,
          hits: dropVoid(found.get(clause) ?? []),
        });
      at = to;
    }
    return clauses;
  };

  /** `Mia: mum told`: a clause that is only a name says whose family the next one is about. */
  const familiesOf = (
    clause: Clause,
    before: Clause | undefined,
    own: OwnNames,
    keys: readonly string[],
  ): readonly NamedFamily[] => {
    const families = findFamilies(view, clause, own, keys);
    if (families.length > 0 || before === undefined || before.to - before.from > 2) return families;
    return before.hits.some(isAct) ? [] : findFamilies(view, before, own, keys);
  };

  const makeAttempt = ({ from, to, field }: Clause, families: readonly NamedFamily[]): Act => ({
    code: CONTACT,
    field,
    status: 'attempted',
    date: null,
    families: families.map(({ mark }) => mark),
    start: tokens.start[from] ?? 0,
    end: tokens.end[to - 1] ?? 0,
  });

  const readField = (
    clauses: readonly Clause[],
    dates: DateReading,
    own: OwnNames,
    keys: readonly string[],
    acts: Act[],
  ): void => {
    let tried: TriedCalls | null = null;
    clauses.forEach((written, index) => {
      if (tried !== null && callsOther(view, written)) tried = null;
      const clause = hearCallBack(written, tried);
      const triesOnly = triesFamily(view, clause);
      if (!holdsAct(clause) && !triesOnly) return;
      const isHeard = ({ hit, status }: JudgedAct): boolean =>
        status !== 'not_done' || written.hits.includes(hit);
      // That nobody has rung back takes nothing from the attempt.
      const judged = judgeActs(view, clause, clauses.slice(index + 1, index + 4)).filter(isHeard);
      const reaching = judged.filter(({ hit }) => reachesFamily(hit.code));
      const isTried = triesOnly || reaching.some(({ status }) => status === 'attempted');
      const named = isTried || reaching.length > 0 ? familiesOf(clause, clauses[index - 1], own, keys) : [];
      const families = named.length === 0 && saysRangBack(clause) ? (tried?.families ?? []) : named;
      if (isTried || (tried !== null && reaching.length > 0)) {
        const codes = reaching.map(({ hit }) => hit.code);
        tried = addTried(tried, codes, families);
      }
      // `Mia's dad, no answer` names no contact of its own: it is said of his family all the same.
      if (triesOnly && reaching.length === 0 && families.length > 0) acts.push(makeAttempt(clause, families));
      const helped = judged.some(({ hit }) => helpsSomebody(hit.code))
        ? findHelped(view, clause, own, keys)
        : [];
      for (const { hit, status, behind, isOfSecond } of judged) {
        const start = tokens.start[hit.from] ?? 0;
        const end = tokens.end[hit.to - 1] ?? start;
        const whom = helpsSomebody(hit.code) ? helped : families;
        for (const reached of dateFamilies(dates, index + behind, start, whom))
          acts.push({
            code: hit.code,
            field: clause.field,
            status,
            ...(isOfSecond ? { isOfSecond } : {}),
            ...reached,
            start,
            end,
          });
      }
    });
  };

  return (incident, pupils) => {
    resetTokens(tokens);
    tokeniseField(tokens, 1, incident.narrative, compiled.grammar.vocabulary);
    tokeniseField(tokens, 2, incident.action, compiled.grammar.vocabulary);
    tokens.sentence[tokens.count] = -1;
    hideOwnNames(incident, pupils);
    cut(sentences);
    findPhrases(scan, compiled.grammar, tokens, compiled.traits);
    const clauses = listClauses();
    const acts: Act[] = [];
    if (!clauses.some(holdsAct)) return acts;
    const own = listOwnPupils(incident, pupils);
    const keys = incident.involvements.map(({ pupil }) => pupil);
    for (const field of ['narrative', 'action'] as const) {
      const part = clauses.filter((clause) => clause.field === field);
      if (!part.some(holdsAct)) continue;
      const dates = readDates(view, part, incident[field], incident.date, calendar);
      readField(part, dates, own, keys, acts);
    }
    return acts;
  };
}
