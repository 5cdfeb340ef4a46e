import { describe, expect, it } from 'vitest';
import { readLessons } from './read-lessons.ts';

const FILE = 'fixtures/labelled/blind/hard-e.jsonl';

describe('readLessons', () => {
  it.each([
    [FILE, 1, false],
    [`2x:${FILE}`, 2, true],
    [`3x:${FILE}`, 3, true],
  ])('%s', (name, times, isQuoted) => {
    const read = readLessons(name);
    expect(read).toMatchObject({ file: FILE });
    expect(read.lessons).toHaveLength(200);
    expect(read.lessons[0]).toMatchObject({ times, isQuoted });
  });
});
