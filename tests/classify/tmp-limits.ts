import { readFileSync } from 'node:fs';
import { buildClassifier } from '../../src/classify/build-classifier.ts';
import readerData from '../../src/classify/data/second-reader.yaml';
import beliefData from '../../src/classify/data/belief.yaml';
import { unpackReaderModel } from '../../src/classify/pack-reader-model.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import { readLabelled } from './read-labelled.ts';
import { scoreRecords, writeScores } from './score-labels.ts';
// tmp-limits MODEL BELIEF FILE...
const [model, belief, ...files] = process.argv.slice(2);
const parsed: any = { signs: {}, labels: {} };
for (const l of readFileSync(belief!, 'utf8').split('\n')) {
  let m = /^start: (.*)/.exec(l); if (m) parsed.start = Number(m[1]);
  m = /^  ([a-z_]+): ([-\d.]+)$/.exec(l); if (m) parsed.signs[m[1]!] = Number(m[2]);
  m = /^  ([a-z_.]+): \{ given: ([-\d.]+), missed: ([-\d.]+) \}/.exec(l); if (m) parsed.labels[m[1]!] = { given: Number(m[2]), missed: Number(m[3]) };
}
Object.assign(beliefData as any, parsed);
const secondReader = unpackReaderModel(readFileSync(model!));
const data = readerData as any;
const records = files.flatMap((f) => readLabelled(f));
const base = { ...data };
const print = (name: string): void => {
  const { classify } = buildClassifier({ categoryMap: buildCategoryMap(), secondReader });
  const s: any = scoreRecords(records, (r) => classify(r.incident, new Map()));
  console.log(name.padEnd(70), writeScores('x', s, {}).split('\n').slice(1).map((l) => l.replace(/ +/g, ' ').replace('micro','').replace('labels with 15 or more', '').replace('records in the queue', 'q')).join(' '));
};
console.log(JSON.stringify(base));
const grid = JSON.parse(process.env.GRID ?? '[{}]');
for (const g of grid) { Object.assign(data, base, g); print(JSON.stringify(g)); }
