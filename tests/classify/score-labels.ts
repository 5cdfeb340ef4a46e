import { rankReview } from '../../src/classify/rank-review.ts';
import type { Classification } from '../../src/incident/classification.ts';
import { labelIncident } from '../../src/incident/labelled-incident.ts';
import type { LabelledRecord } from './read-labelled.ts';

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

interface Judged {
  readonly record: LabelledRecord;
  readonly given: ReadonlySet<string>;
  readonly classification: Classification;
}

/** Counts of a run, by label and for each record. */
export interface Scores {
  readonly judged: readonly Judged[];
  readonly byLabel: ReadonlyMap<string, Counts>;
}

function given(classification: Classification): Set<string> {
  return new Set(
    classification.labels
      .filter((label) => label.status === 'alleged' || label.status === 'observed')
      .map((label) => label.code),
  );
}

/** Compares the labels given with those that people gave. */
export function scoreRecords(
  records: readonly LabelledRecord[],
  classify: (record: LabelledRecord) => Classification,
): Scores {
  const byLabel = new Map<string, Counts>();
  const count = (code: string): Counts => {
    const known = byLabel.get(code) ?? { right: 0, wrong: 0, missed: 0 };
    byLabel.set(code, known);
    return known;
  };
  const judged = records.map((record) => {
    const classification = classify(record);
    const found = given(classification);
    for (const code of found) record.gold.has(code) ? count(code).right++ : count(code).wrong++;
    for (const code of record.gold) if (!found.has(code)) count(code).missed++;
    return { record, given: found, classification };
  });
  return { judged, byLabel };
}

function ratios({ right, wrong, missed }: Counts): { p: number; r: number; f: number } {
  const p = right + wrong === 0 ? 1 : right / (right + wrong);
  const r = right + missed === 0 ? 1 : right / (right + missed);
  return { p, r, f: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

function add(counts: Iterable<Counts>): Counts {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const one of counts) {
    sum.right += one.right;
    sum.wrong += one.wrong;
    sum.missed += one.missed;
  }
  return sum;
}

/** 95 % interval of a share by Wilson's method. */
function wilson(hits: number, total: number): string {
  if (total === 0) return '-';
  const z = 1.96;
  const share = hits / total;
  const centre = share + (z * z) / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const whole = 1 + (z * z) / total;
  return `${((centre - spread) / whole).toFixed(2)}-${((centre + spread) / whole).toFixed(2)}`;
}

function line(name: string, counts: Counts): string {
  const { p, r, f } = ratios(counts);
  const total = `${counts.right} right ${counts.wrong} wrong ${counts.missed} missed`;
  const precision = `P ${p.toFixed(3)} (${wilson(counts.right, counts.right + counts.wrong)})`;
  const recall = `R ${r.toFixed(3)} (${wilson(counts.right, counts.right + counts.missed)})`;
  return `${name.padEnd(38)} ${precision}  ${recall}  F1 ${f.toFixed(3)}  ${total}\n`;
}

function writeRules(scores: Scores): string {
  const rules = new Map<string, { hits: number; sole: number; errors: number }>();
  for (const { record, classification, given: found } of scores.judged) {
    for (const label of classification.labels) {
      if (!found.has(label.code)) continue;
      const ids = new Set(label.evidence.map((evidence) => evidence.rule));
      for (const id of ids) {
        const key = `${id} -> ${label.code}`;
        const known = rules.get(key) ?? { hits: 0, sole: 0, errors: 0 };
        known.hits++;
        if (ids.size === 1) known.sole++;
        if (!record.gold.has(label.code)) known.errors++;
        rules.set(key, known);
      }
    }
  }
  return [...rules]
    .sort((a, b) => b[1].errors - a[1].errors || b[1].hits - a[1].hits)
    .map(([id, { hits, sole, errors }]) => `${id.padEnd(70)} hits ${hits} sole ${sole} errors ${errors}\n`)
    .join('');
}

function writeErrors(scores: Scores, start: string): string {
  let out = '';
  for (const { record, given: found, classification } of scores.judged) {
    const wrong = [...found].filter((code) => code.startsWith(start) && !record.gold.has(code));
    const missed = [...record.gold].filter((code) => code.startsWith(start) && !found.has(code));
    if (wrong.length + missed.length === 0) continue;
    const { categoryText, narrative, action } = record.incident;
    out += `\n${record.id} | ${categoryText} | ${narrative} | ${action}\n   missed: ${missed.join(' ')}\n`;
    for (const code of wrong) {
      const label = classification.labels.find((other) => other.code === code);
      const why = label?.evidence.map((evidence) => `${evidence.rule} "${evidence.text}"`).join('; ');
      out += `   wrong: ${code} <- ${why}\n`;
    }
    const stopped = classification.suppressed.map((one) => `${one.code} ${one.reason}`).join('; ');
    if (stopped !== '') out += `   suppressed: ${stopped}\n`;
  }
  return out;
}

const SERIOUS = [
  'child_on_child.sexual_violence',
  'child_on_child.sexual_harassment',
  'child_on_child.nudes',
  'child_on_child.upskirting',
  'child_on_child.coerced_sexual_activity',
  'prejudice.',
  'weapon',
  'staff.physical',
  'positive_handling',
  'bullying',
];

/**
 * Serious labels found, or sent to review within the cap of the queue: asked about as such, and, less strictly, in a
 * record that a person is given to read for whatever reason.
 */
function writeSerious(scores: Scores): string {
  const labelled = scores.judged.map(({ record, classification }) =>
    labelIncident(record.incident, classification),
  );
  const queue = rankReview(labelled);
  const asked = new Set(queue.map((row) => `${row.incident_id} ${row.code.split('.')[0]}`));
  const sent = new Set(queue.map((row) => row.incident_id));
  let [found, read, total] = [0, 0, 0];
  for (const { record, given: labels } of scores.judged) {
    for (const code of record.gold) {
      if (!SERIOUS.some((start) => code.startsWith(start))) continue;
      total++;
      if (labels.has(code) || asked.has(`${record.incident.id} ${code.split('.')[0]}`)) found++;
      if (labels.has(code) || sent.has(record.incident.id)) read++;
    }
  }
  const shareOf = (part: number, whole: number): string => (part / Math.max(1, whole)).toFixed(3);
  const queued = shareOf(sent.size, scores.judged.length);
  return `serious found or asked about           ${shareOf(found, total)} of ${total}; found or in a record sent to review ${shareOf(read, total)}; records in the queue ${queued}\n`;
}

/** The figures as text: micro, macro, families, and on demand labels, rules and errors. */
export function writeScores(
  title: string,
  scores: Scores,
  show: { readonly labels: boolean; readonly rules: boolean; readonly errors: string | undefined },
): string {
  const families = new Map<string, Counts[]>();
  for (const [code, counts] of scores.byLabel) {
    const family = code.split('.')[0] ?? code;
    families.set(family, [...(families.get(family) ?? []), counts]);
  }
  const common = [...scores.byLabel].filter(([, counts]) => counts.right + counts.missed >= 15);
  const macro = common.reduce((sum, [, counts]) => sum + ratios(counts).f, 0) / Math.max(1, common.length);
  const empty = scores.judged.filter(({ record }) => record.gold.size === 0);
  const clean = empty.filter(({ given: labels }) => labels.size === 0).length;
  let out = `${title}: ${scores.judged.length} records\n${line('micro', add(scores.byLabel.values()))}`;
  out += `macro F1 of ${common.length} labels with 15 or more     ${macro.toFixed(3)}\n`;
  out += `no-label records kept clean            ${clean} of ${empty.length} (${wilson(clean, empty.length)})\n`;
  out += writeSerious(scores);
  if (show.labels) {
    for (const [family, counts] of [...families].sort()) out += line(`[${family}]`, add(counts));
    for (const [code, counts] of [...scores.byLabel].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
      out += line(code, counts);
  }
  if (show.rules) out += writeRules(scores);
  if (show.errors !== undefined) out += writeErrors(scores, show.errors);
  return out;
}
