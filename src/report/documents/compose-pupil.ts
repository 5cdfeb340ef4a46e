import { addDays } from '../../calendar/iso-date.ts';
import type { Analysis } from '../../incident/analysis.ts';
import type { RecordedCase } from '../../incident/recorded-case.ts';
import type { ReportDocument } from '../report-document.ts';
import type { PeopleInput } from '../restricted-input.ts';
import { orderPupils } from './pastoral/order-findings.ts';
import { findOne } from './people/find-one.ts';
import { pupilSection } from './people/pupil-page.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';
import { readPeopleWords } from './words/read-people-words.ts';

/** Days that a pupil's page looks back: a year, so that a term is seen beside the terms before it. */
const LOOK_BACK = 364;

/** One page a pupil: those with findings, in order of their names, or the one asked for. Restricted. */
export function composePupil({ analysis, listCases, only }: PeopleInput): ReportDocument {
  const words = readPeopleWords();
  const { school, period, as_at, fingerprint } = analysis.meta;
  const name = namePeriod(period);
  const since = addDays(period.to, -LOOK_BACK);
  const from = since < period.from ? since : period.from;
  const cases = listCases(null, from);
  const pupils = choosePupils(analysis, only);
  return {
    kind: 'pupil',
    title: words.pupil.title,
    subtitle: `${school} · ${name}${name === period.name ? '' : ` · ${spellSpan(period)}`}`,
    author: school,
    subject: words.pupil.subject,
    edition: 'restricted',
    handling: words.handling,
    date: as_at,
    fingerprint,
    sections:
      pupils.length === 0
        ? [{ heading: name, blocks: [{ type: 'paragraph', text: words.pupil.nobody }] }]
        : pupils.map((pupil) => pupilSection(pupil, analysis, ofPupil(cases, pupil), from)),
  };
}

function choosePupils(analysis: Analysis, only: string | null): readonly string[] {
  const all = analysis.pupils.map(({ pupil }) => pupil);
  if (only !== null) return findOne(all, only, 'pupil');
  return orderPupils(analysis)
    .map(({ pupil }) => pupil)
    .sort();
}

/** Cases that name a pupil in any part but as a witness. */
function ofPupil(cases: readonly RecordedCase[], pupil: string): RecordedCase[] {
  return cases.filter(({ harmed, harming, named }) => [...harmed, ...harming, ...named].includes(pupil));
}
