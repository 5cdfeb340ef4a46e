import { it } from 'vitest';
import { readCases, runCases } from './run-cases.ts';
it('x', async () => {
  let n = 0, ok = 0;
  for (const name of ['alvaston', 'vale', 'pencoedtre', 'infiniti', 'atelier21']) {
    const a = await runCases(readCases(`${import.meta.dirname}/varied/${name}-third.yaml`));
    const good = a.filter((x) => x.ok).length; n += a.length; ok += good;
    console.log(name, good, '/', a.length);
    for (const x of a) if (!x.ok) console.log(' -', x.duty, 'expected', x.expected, 'got', x.got.join(','), '|', x.words, '|', x.messages.join(' '));
  }
  console.log('ALL', ok, n, ((100 * ok) / n).toFixed(1));
}, 300000);
