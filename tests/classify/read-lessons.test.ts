import { describe, expect, it } from 'vitest';
import { readLessons } from './read-lessons.ts';

const FILE = 'fixtures/labelled/blind/hard-e.jsonl';

describe('readLessons', () => {
  it.each([
    [FILE, false, 1, false],
    [`2x:${FILE}`, false, 2, true],
    [`apart:3x:${FILE}`, true, 3, true],
    [`apart:${FILE}`, true, 1, false],
  ])('%s', (name, isApart, times, isQuoted) => {
    const read = readLessons(name);
    expect(read).toMatchObject({ file: FILE, isApart });
    expect(read.lessons).toHaveLength(200);
    expect(read.lessons[0]).toMatchObject({ times, isQuoted });
  });
});
