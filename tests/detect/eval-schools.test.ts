import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { detectFindings } from '../../src/detect/detect-findings.ts';
import { readEvalSchool } from './helpers/read-eval-school.ts';

const folder = resolve(import.meta.dirname, '../../../shared/eval/detection');

describe.skipIf(!existsSync(folder))('schools with planted truth', () => {
  it.each([
    ['school-101', 110, 9],
    ['school-102', 300, 9],
  ])('%s: about as many findings as its truth bears', (school, patterns, pairs) => {
    const input = readEvalSchool(resolve(folder, school));
    const { findings } = detectFindings(input);
    const count = (kind: string): number => findings.filter((finding) => finding.kind === kind).length;
    expect(Math.abs(count('pupil_pattern') - patterns)).toBeLessThan(30);
    expect(Math.abs(count('pair') - pairs)).toBeLessThanOrEqual(2);
    expect(count('pupil_trend')).toBeGreaterThanOrEqual(6);
    expect(count('class_trend')).toBeGreaterThanOrEqual(5);
    expect(count('hotspot')).toBeGreaterThanOrEqual(2);
    expect(count('hotspot')).toBeLessThanOrEqual(8);
  });
});
