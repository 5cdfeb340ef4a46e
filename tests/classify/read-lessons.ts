import { readLabelled } from './read-labelled.ts';
import type { Lesson } from './train-reader-model.ts';

/** A labelled file to learn from, as it is named on a command line. */
export interface LessonFile {
  readonly file: string;
  readonly lessons: readonly Lesson[];
}

/** Reads a file named `[2x:]FILE`. Records of a file that weighs more than once may be quoted. */
export function readLessons(name: string): LessonFile {
  const [, times = '1', file = name] = /^(?:(\d+)x:)?(.*)$/.exec(name) ?? [];
  const isQuoted = times !== '1';
  return {
    file,
    lessons: readLabelled(file).map((record) => ({ record, times: Number(times), isQuoted })),
  };
}
