const EARLY = new Map<string, string>([
  ['n', 'Nursery'],
  ['n1', 'Nursery'],
  ['n2', 'Nursery'],
  ['yn', 'Nursery'],
  ['nursery', 'Nursery'],
  ['preschool', 'Nursery'],
  ['f1', 'Nursery'],
  ['fs1', 'Nursery'],
  ['r', 'Reception'],
  ['yr', 'Reception'],
  ['rec', 'Reception'],
  ['reception', 'Reception'],
  ['f2', 'Reception'],
  ['fs2', 'Reception'],
  ['year0', 'Reception'],
  ['y0', 'Reception'],
  ['0', 'Reception'],
  ['yearr', 'Reception'],
  ['yearn', 'Nursery'],
  ['yrr', 'Reception'],
  ['yrn', 'Nursery'],
]);

/** `2025/26`, `2025-2026`, `2026`: when, not how old. */
const SCHOOL_YEAR = /^(?:ay ?)?20\d{2}(?:\s*[-/\u2013]\s*(?:20)?\d{2})?$/i;

/**
 * Writes a year group one way: `Nursery`, `Reception`, `Year 3`. Other names (`Sixth Form`, `P3`) stay as
 * they are; null for a blank cell, and for a school year.
 */
export function normaliseYearGroup(cell: string): string | null {
  const text = cell.trim();
  if (SCHOOL_YEAR.test(text)) return null;
  if (text === '' || /^(?:n\/a|-|none)$/i.test(text)) return null;
  /** The years before Reception are numbered downwards. */
  if (/^(?:(?:nc )?(?:year|yr|y) ?)?[-\u2212][12](?:\.0+)?$/i.test(text)) return 'Nursery';
  const key = text
    .toLowerCase()
    .replace(/(\d)\.0+$/, '$1')
    .replaceAll(/[^a-z0-9]/g, '');
  const early = EARLY.get(key);
  if (early !== undefined) return early;
  const numbered = /^(?:year|yr|y|ncyear|nc|currentyear|curriculumyear|yeargroup)?0?(\d{1,2})$/.exec(key);
  const year = Number(numbered?.[1]);
  return year >= 1 && year <= 14 ? `Year ${year}` : text;
}
