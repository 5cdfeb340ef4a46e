import { isShown } from '../../../privacy/count-cell.ts';
import type { GovernorQuality } from '../../../privacy/governor-edition.ts';
import { capitalise } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import type { GovernorContext } from './governor-context.ts';
import { isBeyond } from './tell-chart-weeks.ts';
import { callGroup, pickUnequalGroup } from './tell-groups.ts';

const HOW_MANY = 3;
/** Shares from which a question about recording is worth a governor's time. */
const [MANY_LATE, MANY_QUIET_DAYS] = [0.2, 0.1];
/** So many times as many empty days as chance would leave. */
const BEYOND_CHANCE = 1.5;

/** Three questions that the findings themselves raise, the most pressing first. */
export function pickQuestions(context: GovernorContext): string[] {
  const { words } = context;
  return [
    ...askAboutChanges(context),
    ...askAboutPatterns(context),
    ...askAboutKinds(context),
    ...askAboutRecording(context),
    isPraised(context) ? words.questions.positive_some : words.questions.positive,
  ].slice(0, HOW_MANY);
}

/** Whether praise is written down at all, as far as its number can be shown. */
function isPraised({ edition }: GovernorContext): boolean {
  const { positive } = edition.counts.records;
  return isShown(positive) && positive > 0;
}

/** At most two: the first rise and the first fall of the headline, last year before last term. */
function askAboutChanges({ edition, words, calls }: GovernorContext): string[] {
  const ask = (verdict: 'up' | 'down', template: string): string[] =>
    edition.headline
      .flatMap((row) => {
        const other =
          row.last_year?.verdict === verdict
            ? calls.last_year
            : row.previous?.verdict === verdict
              ? calls.previous
              : null;
        return other === null || row.code === 'positive'
          ? []
          : [fillWords(template, { title: row.title, other })];
      })
      .slice(0, 1);
  return [...ask('up', words.questions.rise), ...ask('down', words.questions.fall)];
}

function askAboutPatterns({ edition, words, groups, calls }: GovernorContext): string[] {
  const { questions } = words;
  const group = pickUnequalGroup(groups);
  const [spot] = edition.hotspots;
  const where = spot === undefined ? '' : [spot.place, spot.period].filter((part) => part !== '').join(', ');
  const { pupils } = edition.counts.bands.six_or_more;
  return [
    ...(group === null ? [] : [fillWords(questions.group, { group: capitalise(callGroup(group)) })]),
    ...(spot === undefined ? [] : [fillWords(questions.hotspot, { where })]),
    ...(isShown(pupils) && pupils > 0 ? [questions.persistent] : []),
    ...askAboutWeeks(edition.chart).map((question) => fillWords(questions[question], { now: calls.now })),
  ];
}

/** Which question the weeks of the period raise: those outside the usual range come before a run within it. */
function askAboutWeeks(chart: GovernorContext['edition']['chart']): ('signal' | 'signal_run')[] {
  const marked = chart?.points.slice(chart.start).filter(({ signal }) => signal !== 'common') ?? [];
  if (marked.some(isBeyond)) return ['signal'];
  return marked.length > 0 ? ['signal_run'] : [];
}

function askAboutKinds({ edition, words }: GovernorContext): string[] {
  const { labels, families } = edition.counts;
  const { questions } = words;
  return [
    labels['prejudice.racist'] === 0 ? questions.prejudice_none : '',
    labels.bullying === 0 ? questions.bullying_none : questions.bullying_some,
    families.prejudice === 0 ? '' : questions.prejudice_some,
    labels.positive_handling === 0 ? '' : questions.force,
  ].filter((question) => question !== '');
}

function askAboutRecording({ edition, words }: GovernorContext): string[] {
  const { late } = edition.quality;
  return [
    ...(late !== null && late >= MANY_LATE ? [words.questions.late] : []),
    ...(hasManyQuietDays(edition.quality) ? [words.questions.days] : []),
  ];
}

/** Whether far more days are empty than chance alone leaves empty among so many incidents. */
function hasManyQuietDays({ incidents, school_days, days_without_entries: quiet }: GovernorQuality): boolean {
  if (quiet === null || school_days === 0 || !isShown(incidents)) return false;
  const byChance = school_days * Math.exp(-incidents / school_days);
  return quiet >= MANY_QUIET_DAYS * school_days && quiet >= BEYOND_CHANCE * byChance;
}
