import type { ReportSection } from '../../report-document.ts';
import type { GovernorContext } from './governor-context.ts';
import { pickQuestions } from './pick-questions.ts';

/** 6: three questions computed from what was found, and what the head adds. */
export function askSection(context: GovernorContext): ReportSection {
  const { words } = context;
  return {
    heading: words.headings.ask,
    blocks: [
      { type: 'bullets', items: pickQuestions(context) },
      { type: 'paragraph', text: words.purpose },
    ],
  };
}
