import type { Finding } from '../../../incident/finding.ts';
import type { ReportBlock, RichText } from '../../report-document.ts';
import type { PastoralWords } from '../words/read-pastoral-words.ts';

/** The sentence of a finding, with the subject in bold and possible ones marked. */
function sayFinding(finding: Finding): RichText {
  const place = /^([^:]+): /.exec(finding.sentence)?.[1];
  // A place names itself in its sentence; the subject with its bars would say it twice.
  if (finding.kind === 'hotspot' && place !== undefined && !finding.sentence.startsWith(finding.subject))
    return [{ text: place, bold: true }, { text: tellRest({ ...finding, subject: place }) }];
  return [{ text: nameSubject(finding.subject), bold: true }, { text: tellRest(finding) }];
}

/** A bullet a finding; what several of them say alike is said once, beneath. */
export function listFound(found: readonly Finding[], words: PastoralWords): ReportBlock[] {
  const alike = words.once.filter(
    ({ said }) => found.filter(({ sentence }) => sentence.includes(said)).length > 1,
  );
  const cut = (text: string): string => alike.reduce((left, { said }) => left.replace(said, ''), text);
  const items = found.map(({ brief, ...finding }) =>
    sayFinding({
      ...finding,
      sentence: cut(finding.sentence),
      ...(brief === undefined ? {} : { brief: cut(brief) }),
    }),
  );
  const told = alike.map(({ told }) => told).join(' ');
  return [
    { type: 'bullets', items },
    ...(told === '' ? [] : [{ type: 'paragraph' as const, text: told, muted: true }]),
  ];
}

/** A finding in its fewest words after its subject, possible ones marked. The low end of a wide interval claims more than is known. */
export function tellRest({ subject, sentence, tier, brief }: Finding): string {
  const rest =
    brief === undefined && sentence.startsWith(subject)
      ? sentence.slice(subject.length)
      : `: ${brief ?? sentence}`;
  const mark = tier === 'possible' ? ' Not certain.' : '';
  const told = nameSubject(rest)
    .replaceAll(/between 0(?:\.0\d*)? and ([\d.]+) times/g, 'at most $1 times')
    // `At most 1 times` is no English; with its decimal it is.
    .replaceAll(/ 1 times/g, ' 1.0 times');
  return `${told}${mark}`;
}

/** Two pupils and who acts on whom, as a reader writes it. */
function nameSubject(text: string): string {
  return text.replaceAll(' -> ', ' → ');
}
