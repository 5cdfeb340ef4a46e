import { listDutyTitles } from '../../../policy/built-in-profiles.ts';
import { isShown } from '../../../privacy/count-cell.ts';
import type { EditionDuty } from '../../../privacy/trust-edition.ts';
import type { ReportBlock, ReportSection } from '../../report-document.ts';
import { formatShare } from '../sentences/format-number.ts';
import { numberColumns, printCount, type TrustContext } from './trust-context.ts';

/** Duties of the schools' policies over the trust. */
export function dutySection(
  duties: readonly EditionDuty[],
  context: TrustContext,
  hiddenNote: string,
): ReportSection {
  const titles = listDutyTitles();
  const nameOf = (duty: string): string => (titles.has(duty) ? `${titles.get(duty)} (${duty})` : duty);
  // A row of symbols tells nobody anything.
  const isTold = (row: EditionDuty): boolean =>
    row.per_cent !== null ||
    [row.cases, row.met, row.not_met, row.not_evidenced].some((cell) => isShown(cell) && cell > 0);
  const [told, hidden] = [duties.filter(isTold), duties.filter((row) => !isTold(row))];
  const untold =
    hidden.length === 0
      ? []
      : [context.words.say_('duties_hidden', { duties: hidden.map(({ duty }) => nameOf(duty)).join('; ') })];
  const table: ReportBlock = {
    type: 'table',
    caption: `Duties over all schools that have them, ${context.terms}`,
    columns: numberColumns('Duty', ['Schools', 'Cases', 'Met', 'Not met', 'Not evidenced', 'Met, %'], 0.4),
    rows: told.map(({ duty, schools, cases, met, not_met, not_evidenced, per_cent }) => ({
      cells: [
        nameOf(duty),
        String(schools),
        ...[cases, met, not_met, not_evidenced].map((cell) => printCount(cell, context)),
        per_cent === null ? '–' : formatShare(per_cent),
      ],
    })),
    note: [`${context.words.say_('duties_note')} ${hiddenNote}`, ...untold].join(' '),
  };
  return {
    heading: context.words.heading('duties'),
    blocks: [
      ...(duties.length === 0 ? [{ type: 'paragraph' as const, text: context.words.say_('no_duties') }] : []),
      ...(told.length === 0
        ? untold.map((text) => ({ type: 'paragraph' as const, text, muted: true }))
        : [table]),
    ],
  };
}
