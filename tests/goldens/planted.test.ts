import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/incident/analysis.ts';
import { ROOT } from '../helpers/run-built.ts';
import { GOLDEN_SCHOOLS, GOLDENS } from './make-goldens.ts';

interface Planted {
  readonly kind: string;
  readonly subject: string;
  readonly direction: 'up' | 'down' | null;
  readonly from: string;
  readonly to: string;
}

/** Kinds that a detector looks for; the others show elsewhere or not at all, as about.md says. */
const DETECTED = ['pupil_pattern', 'pupil_trend', 'class_trend', 'pair', 'hotspot'];

describe.each(GOLDEN_SCHOOLS)('what was planted in %s', (school) => {
  const analysis = JSON.parse(readFileSync(join(GOLDENS, `${school}.analysis.json`), 'utf8')) as Analysis;
  const folder = join(ROOT, 'fixtures/schools', school);
  const { planted } = JSON.parse(readFileSync(join(folder, 'planted.json'), 'utf8')) as {
    planted: readonly Planted[];
  };
  const about = readFileSync(join(folder, 'about.md'), 'utf8');

  it('is found clearly, at about the time it was planted', () => {
    const looked = planted.filter(({ kind }) => DETECTED.includes(kind));
    expect(new Set(looked.map(({ kind }) => kind)).size).toBe(DETECTED.length);
    for (const { kind, subject, direction, from, to } of looked) {
      const found = analysis.findings.filter(
        (finding) =>
          finding.kind === kind &&
          finding.subject === subject &&
          finding.tier === 'clear' &&
          finding.from <= to &&
          finding.to >= from &&
          (direction == null || direction === finding.direction),
      );
      expect(found.length, `${kind} ${subject}`).toBeGreaterThan(0);
    }
  });

  it('shows in the quality of the records and in the groups', () => {
    const gap = planted.find(({ kind }) => kind === 'recording_gap');
    expect(analysis.quality.longest_gap).toMatchObject({ from: gap?.from, to: gap?.to });
    const withoutSen = analysis.groups.find(({ group }) => group === 'No SEN');
    expect(withoutSen?.stands_out).toBe(true);
    expect(withoutSen?.ratio_interval?.[1]).toBeLessThan(1);
  });

  it('is all named in about.md', () => {
    for (const { kind, subject } of planted) {
      const line = about
        .split('\n')
        .find((each) => each.startsWith(`- **${kind}**`) && each.includes(partOf(subject)));
      expect(line, `${kind} ${subject}`).toBeDefined();
    }
  });
});

/** The part of a subject that prose repeats word for word. */
function partOf(subject: string): string {
  return subject === 'whole school' ? '' : (subject.split(/ -> | \| /)[0] ?? '');
}
