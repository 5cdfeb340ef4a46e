import type { ReportDocument } from '../report-document.ts';
import type { PeopleInput } from '../restricted-input.ts';
import { classSection } from './people/class-pages.ts';
import { findOne } from './people/find-one.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';
import { fillWords } from './words/fill-words.ts';
import { readPeopleWords } from './words/read-people-words.ts';

/** About two pages a class: all classes with an incident, in order of their names, or the one asked for. Restricted. */
export function composeClass({ analysis, listCases, only }: PeopleInput): ReportDocument {
  const words = readPeopleWords();
  const { school, period, previous, as_at, fingerprint } = analysis.meta;
  const name = namePeriod(period);
  const cases = listCases(null, previous?.from);
  const all = [
    ...new Set(analysis.pupils.flatMap(({ class_name }) => (class_name === null ? [] : [class_name]))),
  ].sort();
  const classes = findOne(all, only, 'class');
  return {
    kind: 'class',
    title: words.class.title,
    subtitle: `${school} · ${name}${name === period.name ? '' : ` · ${spellSpan(period)}`}`,
    author: school,
    subject: words.class.subject,
    edition: 'restricted',
    handling: words.handling,
    date: as_at,
    fingerprint,
    sections:
      classes.length === 0
        ? [
            {
              heading: name,
              blocks: [{ type: 'paragraph', text: fillWords(words.none, { who: 'a class' }) }],
            },
          ]
        : classes.map((each) => classSection(each, analysis, cases)),
  };
}
