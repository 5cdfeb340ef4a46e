import type { Classifier } from '../../src/classify/build-classifier.ts';
import { closeLabels, type LabelledRecord, makeIncident } from './read-labelled.ts';
import { readSentences } from './read-sentences.ts';

/** Categories that say nothing, and what stands in many a short record as all that was done. */
const CATEGORIES = [
  'Behaviour',
  'Incident',
  'Low level',
  'Behaviour Incident',
  'Other',
  'Behaviour log',
  'Concern',
];
const ACTIONS = ['', '', 'Spoken to.'];

/**
 * Plain sentences as the short records that schools hold many of: beside a category that says nothing, and mostly no
 * action. Labelled records are written to be hard, so that `Behaviour` alone stands there for a record that deserves
 * no label; these say what a plain one deserves. Labels that a sentence was not written for are those that the rules
 * give it by itself.
 */
export function wrapSentences(
  path: string,
  { classify }: Pick<Classifier, 'classify'>,
): readonly LabelledRecord[] {
  return readSentences(path).map(({ text, must, mustNot }, at) => {
    const alone = classify(makeIncident(`${path} ${at}`, '', text, ''), new Map());
    const others = alone.labels
      .filter(
        ({ code, status }) => !mustNot.includes(code) && (status === 'alleged' || status === 'observed'),
      )
      .map(({ code }) => code);
    const category = CATEGORIES[at % CATEGORIES.length] ?? '';
    const action = ACTIONS[at % ACTIONS.length] ?? '';
    return {
      id: `${path} ${at}`,
      incident: makeIncident(`${path} ${at}`, category, text, action),
      gold: closeLabels([...must, ...others]),
    };
  });
}
