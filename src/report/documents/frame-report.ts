import type { AnalysisMeta } from '../../incident/analysis.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';

/** What every report says of itself on page one and in its file, beside its sections. */
export function frameReport(
  kind: string,
  {
    title,
    subject,
    handling,
  }: { readonly title: string; readonly subject: string; readonly handling: string | null },
  { school, period, as_at, fingerprint }: Pick<AnalysisMeta, 'school' | 'period' | 'as_at' | 'fingerprint'>,
  sections: readonly ReportSection[],
): ReportDocument {
  const name = namePeriod(period);
  return {
    kind,
    title,
    subtitle: `${school} · ${name}${name === period.name ? '' : ` · ${spellSpan(period)}`}`,
    author: school,
    subject,
    edition: handling === null ? 'governor' : 'restricted',
    handling,
    date: as_at,
    fingerprint,
    sections,
  };
}
