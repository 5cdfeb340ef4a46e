import { formatDayMonthYear } from '../../calendar/iso-date.ts';
import type { SubjectPicture } from '../../detect/picture-subject.ts';
import { type SparkMarks, sparkline } from './sparkline.ts';

/** One pupil's or class's whole picture, for staff, on a screen. */
export function subjectText(picture: SubjectPicture, marks: SparkMarks): string {
  const { subject, kind, weeks, categories, places, findings, over = [], asked } = picture;
  const total = weeks.reduce((sum, { incidents }) => sum + incidents, 0);
  const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
  const line = sparkline(
    weeks.map(({ incidents }) => incidents),
    marks,
  );
  const list = (items: readonly string[], none: string): readonly string[] =>
    items.length === 0 ? [`  ${none}`] : items.map((item) => `  ${item}`);
  const tell = (heading: string, isEnough: boolean): readonly string[] => {
    const said = [...new Set(asked.flatMap((one) => (one.enough === isEnough ? [one.said] : [])))];
    return said.length === 0 ? [] : ['', heading, ...list(said, '')];
  };
  return `${[
    `${subject} (${kind}): ${total === 1 ? '1 incident' : `${total} incidents`}${first && last ? ` in the school weeks from ${formatDayMonthYear(first)} to ${formatDayMonthYear(last)}` : ''}`,
    ...(line === '' ? [] : [`  ${line}  a mark a week`]),
    '',
    'Weeks with incidents',
    ...list(
      weeks
        .filter(({ incidents }) => incidents > 0)
        .map(
          ({ week, incidents }) => `${formatDayMonthYear(week).padEnd(18)}${String(incidents).padStart(4)}`,
        ),
      'None.',
    ),
    '',
    'What is recorded',
    ...list(
      categories.map(({ name, incidents }) => `${name.padEnd(30)}${String(incidents).padStart(4)}`),
      'Nothing.',
    ),
    '',
    'Where',
    ...list(
      places.map(({ name, incidents }) => `${name.padEnd(30)}${String(incidents).padStart(4)}`),
      'No place is named.',
    ),
    '',
    'What the numbers bear',
    ...list(
      findings.map(({ tier, sentence }) => `${tier === 'clear' ? '*' : '?'} ${sentence}`),
      'No pattern or change.',
    ),
    ...(over.length === 0
      ? []
      : [
          '',
          'Over: found in the earlier analysis, not in this one',
          ...over.map(({ sentence }) => `  - ${sentence}`),
        ]),
    ...tell('Enough to look at', true),
    ...tell('Not enough to tell', false),
  ].join('\n')}\n`;
}
