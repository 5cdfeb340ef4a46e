import { readLabelled } from './read-labelled.ts';
import type { Lesson } from './train-reader-model.ts';

/** A labelled file to learn from, as it is named on a command line. */
export interface LessonFile {
  readonly file: string;
  /** Whether nobody who wrote rules has read it: what rules and reader are worth together is learned from such. */
  readonly isApart: boolean;
  readonly lessons: readonly Lesson[];
}

/** Reads a file named `[apart:][2x:]FILE`. Records of a file that weighs more than once may be quoted. */
export function readLessons(name: string): LessonFile {
  const [, apart, times = '1', file = name] = /^(apart:)?(?:(\d+)x:)?(.*)$/.exec(name) ?? [];
  const isQuoted = times !== '1';
  return {
    file,
    isApart: apart !== undefined,
    lessons: readLabelled(file).map((record) => ({ record, times: Number(times), isQuoted })),
  };
}
