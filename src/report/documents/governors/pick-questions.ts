import { isShown } from '../../../privacy/count-cell.ts';
import { capitalise } from '../sentences/format-number.ts';
import { fillWords } from '../words/fill-words.ts';
import type { GovernorContext } from './governor-context.ts';
import { callGroup, pickUnequalGroup } from './tell-groups.ts';

const HOW_MANY = 3;
/** Shares from which a question about recording is worth a governor's time. */
const [MANY_LATE, MANY_QUIET_DAYS] = [0.2, 0.1];

/** Three questions that the findings themselves raise, the most pressing first. */
export function pickQuestions(context: GovernorContext): string[] {
  const { words } = context;
  return [
    ...askAboutChanges(context),
    ...askAboutPatterns(context),
    ...askAboutKinds(context),
    ...askAboutRecording(context),
    words.questions.positive,
  ].slice(0, HOW_MANY);
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

function askAboutPatterns({ edition, words, groups }: GovernorContext): string[] {
  const { questions } = words;
  const group = pickUnequalGroup(groups);
  const [spot] = edition.hotspots;
  const where = spot === undefined ? '' : [spot.place, spot.period].filter((part) => part !== '').join(', ');
  const { pupils } = edition.counts.bands.six_or_more;
  return [
    ...(group === null ? [] : [fillWords(questions.group, { group: capitalise(callGroup(group)) })]),
    ...(spot === undefined ? [] : [fillWords(questions.hotspot, { where })]),
    ...(isShown(pupils) && pupils > 0 ? [questions.persistent] : []),
    ...(edition.chart?.points.slice(edition.chart.start).some(({ signal }) => signal !== 'common') === true
      ? [questions.signal]
      : []),
  ];
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
  const { late, school_days, days_without_entries } = edition.quality;
  return [
    ...(late !== null && late >= MANY_LATE ? [words.questions.late] : []),
    ...(school_days > 0 &&
    days_without_entries !== null &&
    days_without_entries / school_days >= MANY_QUIET_DAYS
      ? [words.questions.days]
      : []),
  ];
}
