import { describe, expect, it } from 'vitest';
import {
  keyHiddenCells,
  tellHiddenKey,
} from '../../../../src/report/documents/governors/key-hidden-cells.ts';
import type { ReportDocument, ReportTable } from '../../../../src/report/report-document.ts';

const TABLE: ReportTable = {
  type: 'table',
  caption: 'Incidents by place, this term',
  columns: [
    { header: 'Place', align: 'left', width: 0.6 },
    { header: 'Incidents', align: 'right', width: 0.4 },
  ],
  rows: [{ cells: ['Hall', '12'] }, { cells: ['Yard', 'c'] }],
};
const key = (table: ReportTable, symbol = 'c') => {
  const sections = [{ heading: 'Where', blocks: [table, { type: 'paragraph', text: 'As it is.' }] }];
  const [first] = keyHiddenCells({ sections } as unknown as ReportDocument, symbol).sections;
  expect(first?.blocks[1]).toEqual({ type: 'paragraph', text: 'As it is.' });
  return first?.blocks[0];
};

describe('keyHiddenCells', () => {
  it('puts the key under a table with a hidden cell, once', () => {
    expect(key(TABLE)).toEqual({ ...TABLE, note: 'c: hidden, see ‘How the numbers are made’.' });
    expect(key({ ...TABLE, note: 'By day.' })).toMatchObject({ note: `By day. ${tellHiddenKey('c')}` });
    const told = { ...TABLE, note: 'c: hidden, because it is 1 to 4.' };
    expect(key(told)).toEqual(told);
    expect(key(TABLE, '*')).toEqual(TABLE);
  });

  it('says in a sentence that every number of a table is hidden', () => {
    const rows = [{ cells: ['Hall', 'c'] }, { cells: ['All', 'c'], total: true }, { cells: ['Yard', '–'] }];
    expect(key({ ...TABLE, rows })).toEqual({
      type: 'paragraph',
      text: 'Incidents by place, this term: no number can be shown, so that no pupil can be recognised.',
      muted: true,
    });
    const bare = { ...TABLE, rows };
    const sections = [{ heading: 'Where', blocks: [bare, TABLE, { ...bare, caption: 'How long' }] }];
    const [folded] = keyHiddenCells({ sections } as unknown as ReportDocument, 'c').sections;
    expect(folded?.blocks.map((block) => (block.type === 'paragraph' ? block.text : block.type))).toEqual([
      'Incidents by place, this term; how long: no number can be shown, so that no pupil can be recognised.',
      'table',
    ]);
    expect(key({ ...TABLE, rows: [...rows, { cells: ['Gate', '0'] }] })).toMatchObject({ type: 'table' });
  });
});
