import { readFileSync } from 'node:fs';
import { buildClassifier } from '../src/classify/build-classifier.ts';
import { READER_LIMITS } from '../src/classify/hear-second-reader.ts';
import { unpackReaderModel } from '../src/classify/pack-reader-model.ts';
import { createSecondReader } from '../src/classify/second-reader.ts';
import { buildCategoryMap } from '../src/policy/category-map.ts';
import { readLabelled } from './classify/read-labelled.ts';
import { scoreRecords, writeScores } from './classify/score-labels.ts';

const packs = (process.env.PACKS ?? 'a b c e').split(' ');
const parts = packs.map((p) => {
  const file = `/tmp/packs/hard-${p}.jsonl`;
  const bin = `/tmp/sr/m-${p}.bin`;
  const withReader = buildClassifier({
    categoryMap: buildCategoryMap(),
    secondReader: unpackReaderModel(readFileSync(bin)),
  });
  const without = buildClassifier({ categoryMap: buildCategoryMap(), secondReader: null });
  return { records: readLabelled(file), withReader, without, model: unpackReaderModel(readFileSync(bin)) };
});
const all = parts.flatMap((p) => p.records.map((r) => ({ r, p })));
const of = new Map(all.map((x) => [x.r, x.p]));
const line = (s: string) =>
  s
    .split('\n')
    .filter((l) => /micro|clean|serious/.test(l))
    .map((l) => l.replace(/ +/g, ' '))
    .join(' | ');
const run = (name: string, which: 'withReader' | 'without') =>
  console.log(
    name,
    line(
      writeScores(
        'x',
        scoreRecords(
          all.map((x) => x.r),
          (r) => of.get(r)![which].classify(r.incident, new Map()),
        ),
        {} as never,
      ),
    ),
  );
run('engine', 'without');
let R = 0,
  W = 0,
  M = 0,
  c = 0,
  n = 0;
for (const t of [0.3, 0.5, 0.6]) {
  R = W = M = c = n = 0;
  for (const p of parts) {
    const read = createSecondReader(p.model);
    for (const r of p.records) {
      const l = read(r.incident);
      const g = new Set(p.model.heads.filter((h, i) => h !== 'none' && l[i]! >= t));
      for (const x of g) r.gold.has(x) ? R++ : W++;
      for (const x of r.gold) if (!g.has(x)) M++;
      if (r.gold.size === 0) {
        n++;
        if (g.size === 0) c++;
      }
    }
  }
  console.log('alone', t, (R / (R + W)).toFixed(3), (R / (R + M)).toFixed(3), c, n);
}
const L = READER_LIMITS as unknown as Record<string, number>;
for (const [confirms, asks, doubts, doubtsAll, keeps, first, soon, fewestWords = 20] of JSON.parse(
  process.env.GRID ??
    '[[0.6,0.35,0.03,0.5],[0.5,0.35,0.03,0.5],[0.7,0.35,0.05,0.5],[0.6,0.35,0.1,0.4],[2,0.35,0.03,0.5]]',
)) {
  Object.assign(L, { confirms, asks, doubts, doubtsAll, keeps, first, soon, fewestWords });
  run([confirms, asks, doubts, doubtsAll, keeps, fewestWords].join(' '), 'withReader');
}
