import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { packReaderModel } from '../../src/classify/pack-reader-model.ts';
import { readLessons } from './read-lessons.ts';
import { readVectors } from './read-vectors.ts';
import { tellSize } from './train-phrase-model.ts';
import { trainReaderModel } from './train-reader-model.ts';

/**
 * Trains the second reader on labelled files and writes its model. The same files give the same bytes.
 *   node tests/helpers/run-script.mjs tests/classify/train-second-reader.ts OUT VECTORS FILE...
 * Files are named as read-lessons.ts says; VECTORS is fixtures/labelled/word-vectors.bin, or as read-vectors.ts says.
 */
const [out = 'second-reader.bin', vectors = '', ...names] = process.argv.slice(2);
const files = names.map(readLessons);
const lessons = files.flatMap((one) => one.lessons);
const model = trainReaderModel(lessons, readVectors(vectors));
writeFileSync(out, packReaderModel(model));
process.stdout.write(
  `${lessons.length} records of ${files.map(({ file }) => basename(file)).join(' ')}: ${model.heads.length} heads, ${tellSize(model.phrases)}\n`,
);
