import { buildClassifier } from '../../src/classify/build-classifier.ts';
import { NO_SIGNS, type RecordSigns } from '../../src/classify/list-signs.ts';
import { buildCategoryMap } from '../../src/policy/category-map.ts';
import type { Lesson } from './lesson.ts';
import { readLabelled } from './read-labelled.ts';
import { wrapSentences } from './wrap-sentences.ts';

/** A labelled file to learn from, as it is named on a command line. */
export interface LessonFile {
  readonly file: string;
  readonly lessons: readonly Lesson[];
}

let heard: RecordSigns = NO_SIGNS;
const { classify } = buildClassifier({
  categoryMap: buildCategoryMap(),
  secondReader: null,
  listenSigns: (signs) => {
    heard = signs;
  },
});

/** Files of single sentences, read as short records. */
const SENTENCES = /(?:^|\/)sentences\/[^/]*$/;

/** Reads a file named `[2x:]FILE`, with what the rules make of each record. Records of a file that weighs more than once may be quoted. */
export function readLessons(name: string): LessonFile {
  const [, times = '1', file = name] = /^(?:(\d+)x:)?(.*)$/.exec(name) ?? [];
  const isQuoted = times !== '1';
  return {
    file,
    lessons: (SENTENCES.test(file) ? wrapSentences(file, { classify }) : readLabelled(file)).map((record) => {
      classify(record.incident, new Map());
      return { record, signs: heard, times: Number(times), isQuoted };
    }),
  };
}
