import type { AtRiskCandidate, RiskReason } from '../../incident/at-risk-candidate.ts';
import type { ReportDocument, RichText } from '../report-document.ts';
import type { RestrictedInput } from '../restricted-input.ts';
import { candidateTable } from './at-risk/candidate-table.ts';
import { frameReport } from './frame-report.ts';
import { countNoun, formatCount, joinWords, uncapitalise } from './sentences/format-number.ts';
import { callPeriods } from './sentences/name-period.ts';
import { headingOf, type KindWords, readKindWords, sayWords } from './words/read-kind-words.ts';
import { nationTerm } from './words/read-nation-terms.ts';

/** More reasons that tie are left to their table. */
const MOST_NAMED = 3;

/**
 * A draft of the at-risk register: pupils with a reason, each reason with its numbers, and room for a decision. Nothing
 * is added up and nobody is ranked. Restricted, and says so on every page.
 */
export function composeAtRisk({
  analysis,
  listAtRisk,
}: Pick<RestrictedInput, 'analysis' | 'listAtRisk'>): ReportDocument {
  const { meta } = analysis;
  const words = readKindWords('at-risk', meta.nation);
  const { now } = callPeriods(meta.period);
  const candidates = listAtRisk().map((each) => ({
    ...each,
    reasons: each.reasons.map((reason) => ({
      ...reason,
      title: nationTerm(meta.nation, 'reasons', reason.title, reason.title),
      say: nationTerm(meta.nation, 'reasons', reason.say, reason.say),
    })),
  }));
  const reasons = gatherReasons(candidates);
  const limits = {
    heading: headingOf(words, 'limits'),
    blocks: [{ type: 'bullets' as const, items: words.limits }],
  };
  if (candidates.length === 0) {
    return frameReport('at-risk', words, meta, [
      { heading: headingOf(words, 'shows'), blocks: [{ type: 'paragraph', text: words.none }] },
      limits,
    ]);
  }
  return frameReport('at-risk', words, meta, [
    {
      heading: headingOf(words, 'shows'),
      blocks: [
        { type: 'bullets', items: tellCandidates(words, candidates, reasons, now) },
        { type: 'paragraph', text: sayWords(words, 'decide') },
      ],
    },
    {
      heading: headingOf(words, 'reasons'),
      blocks: [
        {
          type: 'table',
          caption: sayWords(words, 'reasons_caption', { name: now }),
          columns: [
            { header: 'Reason', align: 'left', width: 0.56 },
            { header: 'A reason from', align: 'right', width: 0.24 },
            { header: 'Pupils', align: 'right', width: 0.2 },
          ],
          rows: reasons.map(({ title, from, pupils }) => ({
            cells: [title, countNoun(from, 'record'), formatCount(pupils)],
          })),
          note: sayWords(words, 'reasons_note'),
        },
      ],
    },
    limits,
    {
      heading: headingOf(words, 'candidates'),
      landscape: true,
      newPage: true,
      blocks: [candidateTable(words, candidates, analysis)],
    },
  ]);
}

type CountedReason = RiskReason & { readonly pupils: number };

/** Each reason that a pupil has, with how many have it, most first. */
function gatherReasons(candidates: readonly AtRiskCandidate[]): readonly CountedReason[] {
  const found = new Map<string, CountedReason>();
  for (const reason of candidates.flatMap(({ reasons }) => reasons))
    found.set(reason.id, { ...reason, pupils: (found.get(reason.id)?.pupils ?? 0) + 1 });
  return [...found.values()].sort((a, b) => b.pupils - a.pupils || (a.id < b.id ? -1 : 1));
}

function tellCandidates(
  words: KindWords,
  candidates: readonly AtRiskCandidate[],
  reasons: readonly CountedReason[],
  name: string,
): RichText[] {
  const say = (sentence: string, count: number): string =>
    sayWords(words, sentence, {
      pupils: countNoun(count, 'pupil'),
      have: count === 1 ? 'has' : 'have',
      name,
    });
  const several = candidates.filter(({ reasons }) => reasons.length > 1).length;
  return [
    [{ text: say('total', candidates.length), bold: true }],
    ...(several === 0 ? [] : [say('several', several)]),
    ...tellMost(words, reasons),
  ];
}

/** The reason most often found, or all that tie; nothing where too many tie to be named. */
function tellMost(words: KindWords, reasons: readonly CountedReason[]): RichText[] {
  const tied = reasons.filter(({ pupils }) => pupils === reasons[0]?.pupils);
  if (tied.length === 0 || tied.length > MOST_NAMED) return [];
  return [
    sayWords(words, tied.length === 1 ? 'most' : 'most_tied', {
      reasons: joinWords(tied.map(({ title }) => uncapitalise(title))),
      pupils: formatCount(tied[0]?.pupils ?? 0),
    }),
  ];
}
