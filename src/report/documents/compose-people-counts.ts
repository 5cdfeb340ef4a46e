import type { FindingCounts, GovernorEdition } from '../../privacy/governor-edition.ts';
import type { GovernorExtras } from '../governor-extras.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import { dutyBlocks } from './duties/duty-blocks.ts';
import { frameReport } from './frame-report.ts';
import { cellTables } from './governors/cell-tables.ts';
import { type GovernorContext, makeContext, printCell } from './governors/governor-context.ts';
import { methodAnnex } from './governors/method-annex.ts';
import { qualityAnnex } from './governors/quality-annex.ts';
import { tellMeasure } from './governors/tell-measure.ts';
import { whereSection } from './governors/where-section.ts';
import { bandTable } from './governors/who-section.ts';
import { fillWords } from './words/fill-words.ts';
import { readDutyWords } from './words/read-duty-words.ts';
import { readGovernorWords } from './words/read-governor-words.ts';
import {
  type PeopleCountKind,
  type PeopleCountWords,
  readPeopleCountWords,
} from './words/read-people-count-words.ts';

/**
 * What governors may see of the pastoral pack, or of the pages of classes and pupils: how many findings there are, how
 * incidents are spread over pupils and years, and where they happen. Made from the edition alone: no name, no class.
 */
export function composePeopleCounts(
  kind: keyof PeopleCountWords['kinds'],
  edition: GovernorEdition,
  { duties }: GovernorExtras,
): ReportDocument {
  const words = readPeopleCountWords();
  const own = words.kinds[kind];
  const context = makeContext(edition, readGovernorWords());
  const stood = dutyBlocks(duties, context.calls.now, edition.rules.symbol);
  return frameReport(
    kind,
    { title: own.title, subject: fillWords(words.subject, { about: own.about }), handling: null },
    edition.meta,
    [
      {
        heading: words.headings.know,
        blocks: [
          { type: 'bullets', items: [tellMeasure('all', context)] },
          { type: 'paragraph', text: words.named },
        ],
      },
      ...own.sections.map((name) => SECTIONS[name](context, words, own)),
      ...(stood.length === 0 ? [] : [{ heading: readDutyWords().heading, blocks: stood }]),
      { heading: words.headings.ask, blocks: [{ type: 'bullets', items: own.questions }] },
      { heading: words.headings.limits, blocks: [{ type: 'bullets', items: words.limits }] },
      qualityAnnex(context),
      methodAnnex(context),
    ],
  );
}

/** A nought of classes says that none changed, so it is not said where no record names a class. */
function isLookedAt(name: keyof FindingCounts, { edition }: GovernorContext): boolean {
  const classes = edition.detectors.find(({ detector }) => detector === 'class_trend')?.looked_at;
  return !name.startsWith('classes_') || classes !== 0;
}

type MakeSection = (context: GovernorContext, words: PeopleCountWords, own: PeopleCountKind) => ReportSection;

const SECTIONS: Readonly<Record<PeopleCountKind['sections'][number], MakeSection>> = {
  found: (context, words, own) => ({
    heading: words.headings.found,
    blocks: [
      {
        type: 'table',
        caption: fillWords(words.found_caption, { name: context.calls.now }),
        columns: [
          { header: 'Finding', align: 'left', width: 0.78 },
          { header: 'Number', align: 'right', width: 0.22 },
        ],
        rows: own.found.map((name) => ({
          cells: [
            words.found[name],
            printCell(isLookedAt(name, context) ? context.edition.findings[name] : null, context),
          ],
        })),
        note: own.found.every((name) => isLookedAt(name, context))
          ? words.found_note
          : `${words.found_note} ${words.found_no_class}`,
      },
    ],
  }),
  spread: (context, words) => ({ heading: words.headings.spread, blocks: [bandTable(context)] }),
  years: (context, words) => ({
    heading: words.headings.years,
    blocks: [
      ...(Object.keys(context.edition.counts.year_groups).length === 0
        ? [{ type: 'paragraph' as const, text: fillWords(words.no_years, { name: context.calls.now }) }]
        : []),
      ...cellTables(
        context,
        fillWords(words.years_caption, { name: context.calls.now }),
        'Year group',
        context.edition.counts.year_groups,
        (each) => each.year_groups,
        context.words.years_note,
      ),
      { type: 'paragraph', text: words.no_classes, muted: true },
    ],
  }),
  where: (context) => whereSection(context),
};
