import { describe, expect, it } from 'vitest';
import serious from '../../src/detect/serious-categories.yaml';
import { detectSeriousRepeats } from '../../src/detect/serious-repeat.ts';
import { readTaxonomy } from '../../src/policy/taxonomy.ts';
import { makeContext, makeInput } from './helpers/make-input.ts';

describe('detectSeriousRepeats', () => {
  it('lists one record, and calls it repeated from the second day', () => {
    const told = [
      { date: '2025-10-06', who: '1A-01', codes: ['weapon'] },
      { date: '2025-11-10', who: '1A-02', codes: ['prejudice.racist', 'child_on_child'] },
      { date: '2025-11-10', who: '1A-02', codes: ['prejudice.racist'] },
      { date: '2026-02-03', who: '1A-02', codes: ['prejudice.racist'] },
      { date: '2026-02-04', who: '1A-03', codes: ['swearing'] },
    ];
    const { findings, run } = detectSeriousRepeats(makeContext(makeInput(told)));
    expect(findings.map(({ subject, category, observed }) => [subject, category, observed])).toEqual([
      ['1A-02', 'prejudice.racist', 2],
      ['1A-01', 'weapon', 1],
    ]);
    expect(findings[0]?.sentence).toMatch(
      /on 2 days in 2025-26, from 10 November 2025 to 3 February 2026: repeated\./,
    );
    expect(findings[1]?.sentence).toMatch(
      /one record of .* on 6 October 2025\. Nothing earlier that school year\./,
    );
    expect(findings[0]).toMatchObject({ ratio: null, p: null, interval: [0, null] });
    expect(run.note).toContain('not none happened');
  });

  it('counts records of one day as they are, and does not call them repeated', () => {
    const told = ['weapon', 'weapon'].map((code) => ({ date: '2025-10-06', who: '1A-01', codes: [code] }));
    const [finding] = detectSeriousRepeats(makeContext(makeInput(told))).findings;
    expect(finding?.sentence).toMatch(
      /^1A-01: 2 records of .* in 2025-26, on 6 October 2025\. Nothing earlier/,
    );
    expect(finding).toMatchObject({ observed: 1, evidence: ['T00000', 'T00001'] });
  });

  it('lists a record of the holidays under its own day, as the log does', () => {
    const told = [
      { date: '2025-10-06', who: '1A-01', codes: ['weapon'] },
      { date: '2026-05-27', who: '1A-01', codes: ['weapon'] },
    ];
    expect(detectSeriousRepeats(makeContext(makeInput(told))).findings[0]).toMatchObject({
      observed: 2,
      to: '2026-05-27',
      evidence: ['T00000', 'T00001'],
    });
  });

  it('never lists the child who was harmed', () => {
    const told = [
      {
        date: '2025-10-06',
        who: '1A-01',
        others: ['1A-02'],
        codes: ['weapon'],
        roles: { '1A-01': 'harmed', '1A-02': 'harming' } as const,
      },
    ];
    expect(detectSeriousRepeats(makeContext(makeInput(told))).findings.map(({ subject }) => subject)).toEqual(
      ['1A-02'],
    );
  });

  it('says no more than named where several are named and nothing says who did what', () => {
    const two = { who: '1A-01', others: ['1A-02'], codes: ['prejudice.racist'] };
    const sentences = (told: Parameters<typeof makeInput>[0]) =>
      detectSeriousRepeats(makeContext(makeInput(told))).findings.map(({ sentence }) => sentence);
    expect(sentences([{ ...two, date: '2025-10-06' }])).toEqual([
      expect.stringMatching(
        /^1A-01: named in a record of .*Others are named too, and who did what is not said\.$/,
      ),
    ]);
    expect(
      sentences([
        { ...two, date: '2025-10-06' },
        { ...two, date: '2025-11-10' },
      ]),
    ).toEqual([expect.stringMatching(/^1A-01: named in records of .* on 2 days .*: repeated\./)]);
    const known = { ...two, date: '2025-10-06', roles: { '1A-01': 'harming', '1A-02': 'witness' } as const };
    expect(sentences([known])).toEqual([expect.stringMatching(/^1A-01: one record of/)]);
  });

  it('knows only labels of the taxonomy', () => {
    const codes = new Set(readTaxonomy().labels.map(({ code }) => code));
    for (const code of (serious as { codes: string[] }).codes) expect(codes).toContain(code);
  });
});
