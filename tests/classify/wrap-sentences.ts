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

/** What a school records such a thing as: every third sentence of its kind stands beside it. */
const RECORDED: Readonly<Record<string, string>> = {
  'child_on_child.physical': 'Physical Aggression towards Pupil',
  fighting: 'Fighting',
  'staff.physical': 'Physical Aggression towards Staff',
  'staff.verbal': 'Verbal Abuse towards Staff',
  positive_handling: 'Positive Handling',
  weapon: 'Weapon',
  damage: 'Damage to Property',
  theft: 'Theft',
  absconding: 'Left Site',
  substance: 'Vaping',
  device: 'Mobile Phone',
  online: 'Online Safety',
  disruption: 'Low Level Disruption',
  defiance: 'Defiance',
  swearing: 'Swearing',
  positive: 'Positive',
  accident: 'Accident',
  bullying: 'Bullying',
  'bullying.physical': 'Bullying: Physical',
  'bullying.verbal': 'Bullying: Verbal',
  'bullying.emotional': 'Bullying',
  'bullying.indirect': 'Bullying',
  'bullying.racial': 'Bullying: Racist',
  'bullying.sexual': 'Bullying',
  'bullying.homophobic': 'Bullying: Homophobic',
  'bullying.cyber': 'Cyberbullying',
  'prejudice.racist': 'Prejudice - Racist',
  'prejudice.religious': 'Prejudice - Religion',
  'prejudice.homophobic': 'Homophobic Language',
  'prejudice.transphobic': 'Prejudice - Transphobic',
  'prejudice.sexist': 'Sexist Language',
  'prejudice.disablist': 'Prejudice - Disability',
  'child_on_child.sexual_harassment': 'Sexual Harassment',
  'child_on_child.sexual_violence': 'Sexual Assault',
  'child_on_child.nudes': 'Sexting',
};
const EACH = 3;

/**
 * Plain sentences as the short records that schools hold many of: beside a category that says nothing, and mostly no
 * action, or beside the one that names it. Labelled records are written to be hard, so that `Behaviour` alone stands there for a record that deserves
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
    const named =
      at % EACH === 0 ? must.map((code) => RECORDED[code]).find((name) => name !== undefined) : undefined;
    const category = named ?? CATEGORIES[at % CATEGORIES.length] ?? '';
    const action = ACTIONS[at % ACTIONS.length] ?? '';
    return {
      id: `${path} ${at}`,
      incident: makeIncident(`${path} ${at}`, category, text, action),
      gold: closeLabels([...must, ...others]),
    };
  });
}
