import { countFilters, type PhraseModel, type PhraseSpan } from '../../src/classify/phrase-reader.ts';
import { type FeatureWord, type FeatureWords, visitWords } from '../../src/classify/text-features.ts';
import { createRandom } from '../../src/statistics/seeded-random.ts';
import { learnPhrases, type PhraseLesson } from './learn-phrases.ts';
import type { Lesson } from './lesson.ts';
import type { WordVectors } from './read-vectors.ts';

/** Filters over one, two, three and five words. */
const SPANS: readonly PhraseSpan[] = [
  { words: 1, filters: 48 },
  { words: 2, filters: 72 },
  { words: 3, filters: 80 },
  { words: 5, filters: 64 },
];
/** Units above them. */
const UNITS = 128;
/** A word without a vector of its own is learned where so many records hold it. */
const FEWEST_RECORDS = 2;
/** Bound of the numbers that such a word starts with. */
const START = 0.17;

/** Words of the fields of a record, in the order of PHRASE_FIELDS. */
function listFields(lesson: Lesson, words: FeatureWords): FeatureWord[][] {
  const { narrative, action, categoryText } = lesson.record.incident;
  return [narrative, action, categoryText].map((text) => {
    const field: FeatureWord[] = [];
    visitWords(text, words, (word) => field.push(word));
    return field;
  });
}

/** Hashes of the words that are learned, rising: those with a vector, and those that enough records hold. */
function chooseWords(all: readonly FeatureWord[][][], vectors: WordVectors): Uint32Array {
  const records = new Map<FeatureWord, number>();
  for (const fields of all)
    for (const word of new Set(fields.flat())) records.set(word, (records.get(word) ?? 0) + 1);
  const chosen = new Set(vectors.hashes);
  for (const [word, count] of records) if (count >= FEWEST_RECORDS) chosen.add(word.hash >>> 0);
  return Uint32Array.from(chosen).sort();
}

function startVectors(words: Uint32Array, vectors: WordVectors): Float32Array {
  const { size } = vectors;
  const start = new Float32Array((words.length + 1) * size);
  const draw = createRandom('words without a vector');
  for (let at = 0; at <= words.length; at++) {
    const known = vectors.find(words[at] ?? -1);
    if (known !== undefined) start.set(known, at * size);
    else for (let number = 0; number < size; number++) start[at * size + number] = START * (2 * draw() - 1);
  }
  return start;
}

/** Vectors in whole steps, a word's largest number 127 of its own. */
function toSteps(vectors: Float32Array, size: number): Pick<PhraseModel, 'vectors' | 'steps'> {
  const steps = new Float32Array(vectors.length / size);
  const rounded = Int8Array.from(vectors, () => 0);
  for (let word = 0; word < steps.length; word++) {
    const own = vectors.subarray(word * size, word * size + size);
    const step = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    steps[word] = step;
    own.forEach((value, number) => {
      rounded[word * size + number] = Math.round(value / (step || 1));
    });
  }
  return { vectors: rounded, steps };
}

/** From answer by answer within a head or unit to head by head, and unit by unit, within an answer. */
function turn(weights: Float32Array, outs: number): Float32Array {
  const many = weights.length / outs;
  return weights.map((_, at) => weights[(at % outs) * many + Math.floor(at / outs)] as number);
}

/** Learns what words in their order say of each head. The same lessons in the same order give the same model. */
export function trainPhraseModel(
  lessons: readonly Lesson[],
  answers: readonly Uint8Array[],
  vectors: WordVectors,
): PhraseModel {
  const texts: FeatureWords = new Map();
  const all = lessons.map((lesson) => listFields(lesson, texts));
  const words = chooseWords(all, vectors);
  const placeOf = new Map(Array.from(words, (hash, place) => [hash, place] as const));
  const own = all.map(
    (fields, at): PhraseLesson => ({
      fields: fields.map((field) =>
        Int32Array.from(field, ({ hash }) => placeOf.get(hash >>> 0) ?? words.length),
      ),
      answers: answers[at] as Uint8Array,
      times: lessons[at]?.times ?? 1,
    }),
  );
  const { size } = vectors;
  const learned = learnPhrases(own, startVectors(words, vectors), size, SPANS, UNITS);
  const weights = turn(learned.weights, learned.bias.length);
  return { words, size, spans: SPANS, units: UNITS, ...learned, weights, ...toSteps(learned.vectors, size) };
}

/** How many filters a model has, for a line about it. */
export function tellSize(model: PhraseModel): string {
  return `${model.words.length} words of ${model.size} numbers, ${countFilters(model.spans).filters} filters`;
}
