import { describe, expect, it } from 'vitest';
import { DEFAULT_HIDING_RULES } from '../../../../src/privacy/hiding-rules.ts';
import { explainHidden } from '../../../../src/report/documents/trust/trust-context.ts';
import type { ReportTable } from '../../../../src/report/report-document.ts';

const context = { rules: DEFAULT_HIDING_RULES };

function table(...cells: readonly string[]): ReportTable {
  return { type: 'table', caption: 'Numbers', columns: [], rows: [{ cells }] };
}

describe('explainHidden', () => {
  it('explains the symbol where a cell holds it, and nowhere else', () => {
    expect(explainHidden(table('A', 'c'), context, 'c: hidden.').note).toBe('c: hidden.');
    expect(explainHidden(table('A place called c', '17'), context, 'c: hidden.').note).toBeUndefined();
  });
});
