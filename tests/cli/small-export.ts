import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, isWeekday } from '../../src/calendar/iso-date.ts';
import { run } from '../../src/cli/run.ts';
import { type FakeEffects, fakeEffects } from './fake-effects.ts';

/** A few rows that show most of what an export can hold: two pupils, a linked one, a positive, a bad date. */
const SMALL_EXPORT = `Incident ID,Student,Year Group,Class,Date/Time of incident,Location,Categories,Incident details,Actions,Linked Students
101,"Okafor, Ada",Year 4,4 Heron,03/11/2025 12:20,Playground,Behaviour > Bullying,Ada said that Ben had kicked her again and called her names every day.,Mum told at pick up.,"Price, Ben"
102,"Price, Ben",Year 4,4 Heron,04/11/2025 09:40,Classroom,Disruption,Ben called out and would not stop talking.,Moved seat.,
103,"Price, Ben",Year 4,4 Heron,05/11/2025 10:30,Corridor,Racist incident,Ben used a racist word to another pupil. This was not bullying.,Head told.,
104,"Okafor, Ada",Year 4,4 Heron,06/11/2025,Classroom,Positive,Ada helped a new pupil find her way.,,
105,"Price, Ben",Year 4,4 Heron,31/02/2026 10:30,Hall,Fighting,Ben hit another child.,,
`;

const NAMES = [
  'Okafor, Ada',
  'Price, Ben',
  'Khan, Cai',
  'Dean, Dot',
  'Ellis, Eve',
  'Fox, Finn',
  'Gale, Gus',
  'Hart, Hal',
];
const CATEGORIES = ['Disruption', 'Fighting', 'Defiance'];

/** The small export with two plain incidents on each school day of an autumn term after it: enough for a report. */
export function makeTermExport(): string {
  const rows: string[] = [];
  for (let day = 0; day < 100; day += 1) {
    const date = addDays('2025-09-08', day);
    if (!isWeekday(date)) continue;
    for (const second of [0, 1]) {
      const name = NAMES[(day * 3 + second) % NAMES.length];
      const shown = date.split('-').reverse().join('/');
      const category = CATEGORIES[(day + second) % CATEGORIES.length];
      rows.push(
        `${1000 + 2 * day + second},"${name}",Year 4,4 Heron,${shown} 1${day % 3}:15,Hall,${category},Shouted in class.,Spoken to.,`,
      );
    }
  }
  return `${SMALL_EXPORT}${rows.join('\n')}\n`;
}

export interface RanCommand {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly effects: FakeEffects;
}

/** Writes an export into a folder and gives a way to run commands there. */
export function prepareFolder(
  folder: string,
  content: string = SMALL_EXPORT,
): (...argv: string[]) => Promise<RanCommand> {
  writeFileSync(join(folder, 'export.csv'), content);
  return async (...argv) => {
    const effects = fakeEffects({ cwd: folder });
    const status = await run(argv, effects);
    return { status, out: effects.said.out, err: effects.said.err, effects };
  };
}
