import * as z from 'zod';
import { kindOf } from './label-kind.ts';

const text = (expectation: string) => z.string({ error: expectation }).trim().min(1, expectation);
const examples = z
  .array(text('a sentence as it would be recorded'), { error: 'a list of at least two examples' })
  .min(2, 'at least two examples');
const id = text('a short name in small letters').regex(
  /^[a-z][a-z0-9_.-]*$/,
  'a short name in small letters',
);
const label = text('a label of the taxonomy').refine((code) => kindOf(code).known, 'a label of the taxonomy');
const patterns = text('patterns, one a line');

/** What words.yaml may say. Messages are noun phrases for `checkShape`; every key may be left out. */
export const SCHOOL_WORDS_SCHEMA = z.strictObject(
  {
    words: z.record(z.string(), text('words with commas between them'), { error: 'LIST: words' }).optional(),
    misspellings: z
      .record(z.string(), text('the word that is meant'), { error: 'misspelling: word' })
      .optional(),
    rules: z
      .array(
        z.strictObject(
          {
            id,
            label,
            any: patterns,
            in: z.enum(['text', 'narrative', 'action'], { error: 'text, narrative or action' }).optional(),
            strength: z.literal([1, 2, 3], { error: '1, 2 or 3' }).optional(),
            yes: examples,
            no: examples,
          },
          { error: 'a rule with id, label, any, yes and no' },
        ),
        { error: 'a list of rules' },
      )
      .optional(),
    ordinary: z
      .array(
        z.strictObject(
          {
            id,
            for: z.array(label, { error: 'a list of labels' }).min(1, 'a list of labels'),
            any: patterns,
            no: examples,
          },
          { error: 'an everyday phrase with id, for, any and no' },
        ),
        { error: 'a list of everyday phrases' },
      )
      .optional(),
  },
  { error: 'keys and values' },
);

/** A rule of a school's own. */
export interface SchoolRule {
  readonly id: string;
  readonly label: string;
  readonly any: string;
  readonly in?: 'text' | 'narrative' | 'action';
  readonly strength?: 1 | 2 | 3;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** An everyday phrase of a school's own: words that mean no harm there. */
export interface SchoolPhrase {
  readonly id: string;
  readonly for: readonly string[];
  readonly any: string;
  readonly no: readonly string[];
}

/** The keys of `SCHOOL_WORDS_SCHEMA` as they are read. */
export interface SchoolWords {
  readonly words?: Readonly<Record<string, string>>;
  readonly misspellings?: Readonly<Record<string, string>>;
  readonly rules?: readonly SchoolRule[];
  readonly ordinary?: readonly SchoolPhrase[];
}
