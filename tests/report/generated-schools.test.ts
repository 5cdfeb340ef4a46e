import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printReports } from '../../src/cli/print-reports.ts';
import { resolveConfig } from '../../src/cli/resolve-config.ts';
import { type LineResult, runAnalysis } from '../../src/pipeline.ts';
import { auditHiddenCells, listFoundOut } from '../../src/privacy/audit-hidden-cells.ts';
import { DEFAULT_HIDING_RULES } from '../../src/privacy/hiding-rules.ts';
import { makeGovernorEdition } from '../../src/privacy/make-governor-edition.ts';
import { renderPdf } from '../../src/report/pdf/render-pdf.ts';
import { type Edition, REPORT_KINDS } from '../../src/report/registry.ts';
import type { ReportDocument } from '../../src/report/report-document.ts';
import { makeFolder } from '../helpers/make-folder.ts';
import { figuresOf, listDocumentText, tablesOf } from './documents/list-document-text.ts';
import { checkAnnexes } from './helpers/check-annexes.ts';
import { checkClaims } from './helpers/check-claims.ts';
import { checkHeadings, checkRoom } from './helpers/check-pages.ts';
import { cutOff, drawOnPaper, overlappingTexts } from './helpers/draw-on-paper.ts';
import { findDisagreements } from './helpers/find-disagreements.ts';
import { joinEditions } from './helpers/join-editions.ts';
import { makeSchool, SCHOOLS } from './helpers/make-school.ts';
import { readPdf } from './helpers/read-pdf.ts';
import { readTexts } from './helpers/read-texts.ts';

/** The suite tries so many; `npm run schools-200` tries 200, TERMWISE_SEED=any fresh ones. */
const RUNS = Number(process.env.TERMWISE_SCHOOLS ?? 12);
const THRESHOLD = 5;
const folder = makeFolder('schools');
const THEMES = ['standard', 'large_print'] as const;

async function analyse(files: readonly string[], config: string, term?: string): Promise<LineResult> {
  const settings = await resolveConfig({ config }, folder);
  return runAnalysis({ files, config: settings, today: '2026-11-22', sideFiles: true, term });
}

/** The report of the latest term, of the term before and of the same term last year, as far as there are any. */
async function analyseTerms(
  files: readonly string[],
  config: string,
): Promise<readonly [LineResult, ...LineResult[]]> {
  const now = await analyse(files, config);
  const { previous, last_year } = now.analysis.meta;
  const others: LineResult[] = [];
  for (const other of [previous, last_year])
    if (other !== null) others.push(await analyse(files, config, other.name));
  return [now, ...others];
}

/**
 * Numbers above nought that can be worked out from all these reports together, of every kind. A nought hidden for
 * another's sake may be worked out where that number cannot: in a school of one incident the list of year groups says by
 * itself that the others have none. And what totals of the import would give away while any kind of record is hidden.
 */
function listRecovered(results: readonly LineResult[]): string[] {
  const names = [...(results[0]?.imported.pupils.values() ?? [])].map(({ name }) => name);
  const { system, hidden } = joinEditions(
    results.map(({ analysis }) => analysis),
    names,
    results.map(({ sources }) => Object.keys(REPORT_KINDS).flatMap((kind) => sources.countSheets(kind))),
  );
  const found = listFoundOut(auditHiddenCells(system, hidden, Number.POSITIVE_INFINITY));
  const tellsImport = results.some(
    ({ analysis }) => makeGovernorEdition(analysis, DEFAULT_HIDING_RULES, names).imported !== null,
  );
  return [
    ...found.filter((id) => system.cells.get(id)?.value !== 0),
    ...[...hidden].filter((id) => tellsImport && /\.records\.[a-z]+$/.test(id)),
  ];
}

/** Every kind in every edition it has, as the data that every format is written from. */
async function printAll(result: LineResult, config: string): Promise<ReportDocument[]> {
  const settings = await resolveConfig({ config }, folder);
  const print = async (edition: Edition): Promise<ReportDocument[]> => {
    const kinds = Object.keys(REPORT_KINDS).filter((kind) => REPORT_KINDS[kind]?.[edition] !== undefined);
    const printed = await printReports(kinds, ['json'], result, settings, { edition });
    return printed.map(({ content }) => JSON.parse(String(content)));
  };
  return [...(await print('governor')), ...(await print('restricted'))];
}

/** Numbers under the threshold in cells of a governor edition's tables that count incidents or pupils. */
function listSmall(document: ReportDocument): string[] {
  return tablesOf(document).flatMap(({ caption, columns, rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell, at) =>
        at > 0 &&
        columns[at]?.align === 'right' &&
        columns[at]?.header !== 'School days' &&
        /^[1-4]$/.test(cell)
          ? [`${caption}: ${cells[0]}, ${columns[at]?.header}: ${cell}`]
          : [],
      ),
    ),
  );
}

/** What is shown in one table and hidden in another of the same school: row and column by their names. */
function listContradictions(documents: readonly ReportDocument[]): string[] {
  const seen = new Map<string, Set<string>>();
  // A school may call a category of its own as we call a label.
  for (const document of documents)
    for (const { columns, rows } of tablesOf(document).filter(
      (table) => table.columns[0]?.header !== 'Category',
    ))
      for (const { cells } of rows)
        for (const [at, cell] of cells.entries()) {
          if (at === 0 || columns[at]?.align !== 'right' || !/^(\d[\d,]*|c)$/.test(cell)) continue;
          const key = `${cells[0]} | ${columns[at]?.header}`;
          seen.set(key, (seen.get(key) ?? new Set()).add(cell));
        }
  return [...seen].filter(([key, cells]) => LABEL_ROWS.test(key) && cells.size > 1).map(([key]) => key);
}
/** Rows that count the same in every report that has them: labels, by their titles in the taxonomy. */
const LABEL_ROWS =
  /^(Racist incident|Bullying|Suspension|Permanent exclusion|Physical bullying|Verbal bullying)s? \|/;

/** Schools that told more than they should, once: four pupils on the roll, whose group is hidden and is all there are. */
const FOUND_OUT_ONCE: [Parameters<typeof makeSchool>[0], number][] = [
  [
    {
      seed: 42_052,
      size: 401,
      pupils: 5,
      names: 'polish',
      categories: 'usual',
      nation: 'england',
      onRoll: 4,
      withTimes: false,
      withPeriods: false,
      emptyTerms: [4],
      linked: 0.1,
    },
    0,
  ],
  // Nobody was named as harmed, which was hidden for another's sake and taken for known.
  [
    {
      seed: 611_489,
      size: 400,
      pupils: 24,
      names: 'polish',
      categories: 'usual',
      nation: 'england',
      onRoll: 53,
      withTimes: false,
      withPeriods: true,
      emptyTerms: [1, 2, 3],
      linked: 0.1,
    },
    0,
  ],
];

describe('reports of made-up schools', () => {
  it('say nothing false, hide what they must, and fit their pages', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(SCHOOLS, fc.nat(), async (plan, draw) => {
        count += 1;
        const { files, config } = makeSchool(plan, join(folder, String(count)));
        const results = await analyseTerms(files, config);
        const [result] = results;
        const { period } = result.analysis.meta;

        const documents = await printAll(result, config);
        for (const document of documents) {
          const governor = document.edition === 'governor';
          for (const each of listDocumentText(document))
            expect(each, document.kind).not.toMatch(
              /undefined|NaN|Infinity|\[object|\{\w+\}|: null\b(?<!"[^"]*": null)/,
            );
          checkClaims(document, period.from, governor ? THRESHOLD : null);
          checkAnnexes(document);
          for (const { caption, rows } of tablesOf(document)) {
            expect(rows.length, caption).toBeGreaterThan(0);
            // A block of symbols and dashes tells nobody anything.
            const numbers = rows.flatMap(({ cells }) => cells.slice(1));
            expect(!governor || numbers.some((cell) => !['c', '–', ''].includes(cell)), caption).toBe(true);
          }
          expect(listDocumentText(document).flatMap(findDisagreements), document.kind).toEqual([]);
          if (governor) expect(listSmall(document)).toEqual([]);
          for (const { chart, title } of figuresOf(document))
            for (const theme of THEMES) {
              const drawn = drawOnPaper(chart, theme);
              expect(cutOff(drawn), title).toEqual([]);
              expect(overlappingTexts(drawn), title).toEqual([]);
            }
        }
        expect(listContradictions(documents.filter(({ edition }) => edition === 'governor'))).toEqual([]);

        expect(listRecovered(results)).toEqual([]);

        const document = documents[draw % documents.length] as ReportDocument;
        const pages = readTexts(
          await readPdf(await renderPdf(document, { theme: THEMES[draw % 2] ?? 'standard' })),
        );
        checkRoom(pages);
        checkHeadings(pages);
      }),
      // A plan says all there is to say of its school, and a smaller one takes as long to try.
      { numRuns: RUNS, endOnFailure: true, examples: FOUND_OUT_ONCE },
    );
  }, 3_600_000);
});
