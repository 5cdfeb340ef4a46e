import { addDays } from '../../calendar/iso-date.ts';
import type { Analysis } from '../../incident/analysis.ts';
import type { RecordedCase } from '../../incident/recorded-case.ts';
import type { ReportDocument, ReportSection } from '../report-document.ts';
import type { PeopleInput } from '../restricted-input.ts';
import { orderPupils } from './pastoral/order-findings.ts';
import { findOne } from './people/find-one.ts';
import { pupilSection } from './people/pupil-page.ts';
import { formatCount } from './sentences/format-number.ts';
import { namePeriod, spellSpan } from './sentences/name-period.ts';
import { readPeopleWords } from './words/read-people-words.ts';

/** Days that a pupil's page looks back: a year, so that a term is seen beside the terms before it. */
const LOOK_BACK = 364;

/** A list and one page a pupil: those with findings, in order of their names, or the one asked for. Restricted. */
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
        : [
            ...(only === null ? [listPack(pupils, analysis)] : []),
            ...pupils.map((pupil) => pupilSection(pupil, analysis, ofPupil(cases, pupil), from)),
          ],
  };
}

/** Who is in the pack: it stays with whoever hands the pages out, so no pupil's page carries another's name. */
function listPack(pupils: readonly string[], analysis: Analysis): ReportSection {
  const words = readPeopleWords().pupil;
  const count = (value: number | null | undefined): string => (value == null ? '–' : formatCount(value));
  return {
    heading: words.list_heading,
    blocks: [
      {
        type: 'table',
        caption: words.list_caption,
        columns: [
          { header: 'Pupil', align: 'left', width: 0.44 },
          { header: 'Class', align: 'left', width: 0.24 },
          { header: 'Incidents now', align: 'right', width: 0.16 },
          { header: 'Before', align: 'right', width: 0.16 },
        ],
        rows: pupils.map((pupil) => {
          const own = analysis.pupils.find((each) => each.pupil === pupil);
          const place = own?.class_name ?? own?.year_group ?? '–';
          return { cells: [pupil, place, count(own?.incidents), count(own?.previous)] };
        }),
      },
    ],
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
