import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedCase } from '../../../src/incident/recorded-case.ts';
import { countListed } from '../../../src/report/documents/people/count-listed.ts';
import { incidentTable } from '../../../src/report/documents/people/incident-table.ts';
import type { ReportBlock } from '../../../src/report/report-document.ts';

const SHORT = {
  incident_id: '7',
  date: '2026-07-10',
  slot: 'Lunch',
  place: 'Hall',
  categories: ['Fighting'],
};
const makeCases = (count: number, rest: object = {}): RecordedCase[] =>
  Array.from({ length: count }, () => ({ ...SHORT, ...rest }) as unknown as RecordedCase);
const paragraph = (letters: number): ReportBlock => ({ type: 'paragraph', text: 'x'.repeat(letters) });
const figure = {
  type: 'figure',
  title: 'Recorded most often: Fighting, 5 of 9 incidents',
  subtitle: 'A dot for each incident',
  chart: { kind: 'strip', rows: [1, 2, 3, 4] },
} as unknown as ReportBlock;
const who = (): string => 'named';

describe('countListed', () => {
  it('lists all there are up to the most where texts are few', () => {
    expect(countListed(makeCases(2), 3, ['Short.'], [figure], who)).toBe(2);
    expect(countListed(makeCases(9), 3, ['Short.'], [figure], who)).toBe(3);
    expect(countListed([], 3, ['Short.'], [figure], who)).toBe(0);
  });

  it('lists fewer beside long texts and in high rows, and at least one', () => {
    const long = ['x'.repeat(88 * 12)];
    expect(countListed(makeCases(9), 3, long, [figure, paragraph(300)], who)).toBe(1);
    expect(countListed(makeCases(12), 12, ['Short.'], [], who)).toBe(12);
    const names = (): string => 'harming; with Connor Hebblethwaite, Saanvi Menon and Otis Stubbings';
    const some = countListed(makeCases(12), 12, ['Short.'], [], names);
    expect(some).toBeGreaterThan(4);
    expect(some).toBeLessThan(12);
  });

  it('never lists more when a text gets longer', () => {
    const letters = fc.integer({ min: 1, max: 2500 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 1, max: 12 }), (one, more, most) => {
        const count = (length: number): number =>
          countListed(makeCases(20), most, ['x'.repeat(length)], [figure], who);
        expect(count(one + more)).toBeLessThanOrEqual(count(one));
        expect(count(one + more)).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});

describe('incidentTable', () => {
  it('says how many are listed, of how many, and where the others are', () => {
    const table = (most: number) => incidentTable(makeCases(12), most, { header: 'Part', read: who });
    expect(table(3)).toMatchObject({
      caption: "The 3 latest of 12 incidents; the others are in the school's records",
      rows: { length: 3 },
    });
    expect(table(12).caption).toBe('Incidents, the latest first');
  });
});
