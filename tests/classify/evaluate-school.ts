import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { importExports } from '../../src/import/import-exports.ts';
import type { Classification } from '../../src/incident/classification.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { closeLabels, type LabelledRecord } from './read-labelled.ts';
import { scoreRecords, writeScores } from './score-labels.ts';

/** How often each wording of one rule was right and wrong: what to narrow first. */
function countTexts(
  records: readonly LabelledRecord[],
  rule: string,
  classify: (record: LabelledRecord) => Classification,
): string {
  const counts = new Map<string, { right: number; wrong: number }>();
  for (const record of records) {
    for (const { code, evidence } of classify(record).labels) {
      for (const one of evidence.filter((other) => other.rule === rule)) {
        const key = `${code}: ${one.text.toLowerCase()}`;
        const known = counts.get(key) ?? { right: 0, wrong: 0 };
        counts.set(key, known);
        record.gold.has(code) ? known.right++ : known.wrong++;
      }
    }
  }
  return [...counts]
    .sort((a, b) => b[1].wrong - a[1].wrong)
    .map(([key, { right, wrong }]) => `${wrong} wrong ${right} right  ${key}\n`)
    .join('');
}

/**
 * Precision and recall of the classifier on a sample school's export against its truth, with errors and rules.
 *   node tests/helpers/run-script.mjs tests/classify/evaluate-school.ts FOLDER [--labels] [--rules] [--errors CODE] [--texts RULE]
 */
async function main(args: readonly string[]): Promise<string> {
  const [folder = ''] = args;
  const errorsAt = args.indexOf('--errors');
  const categoryMap = buildCategoryMap();
  const { incidents, pupils } = await importExports([join(folder, 'export.csv')], {
    categoryMap,
    today: '2026-11-22',
  });
  const truth = new Map<string, readonly string[]>();
  for (const line of readFileSync(join(folder, 'labels.jsonl'), 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const row = JSON.parse(line) as { id: string; labels: string[] };
    truth.set(row.id, row.labels);
  }
  const records: LabelledRecord[] = [];
  for (const incident of incidents) {
    const labels = truth.get(incident.id);
    if (labels !== undefined) records.push({ id: incident.id, incident, gold: closeLabels(labels) });
  }
  const classifier = buildClassifier({ categoryMap });
  const textsAt = args.indexOf('--texts');
  if (textsAt >= 0)
    return countTexts(records, args[textsAt + 1] ?? '', (record) =>
      classifier.classify(record.incident, pupils),
    );
  const scores = scoreRecords(records, (record) => classifier.classify(record.incident, pupils));
  return writeScores(basename(folder), scores, {
    labels: args.includes('--labels'),
    rules: args.includes('--rules'),
    errors: errorsAt < 0 ? undefined : (args[errorsAt + 1] ?? ''),
  });
}

process.stdout.write(await main(process.argv.slice(2)));
