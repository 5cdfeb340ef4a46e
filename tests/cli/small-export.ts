import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../src/cli/run.ts';
import { type FakeEffects, fakeEffects } from './fake-effects.ts';

/** A few rows that show most of what an export can hold: two pupils, a linked one, a positive, a bad date. */
export const SMALL_EXPORT = `Incident ID,Student,Year Group,Class,Date/Time of incident,Location,Categories,Incident details,Actions,Linked Students
101,"Okafor, Ada",Year 4,4 Heron,03/11/2025 12:20,Playground,Behaviour > Bullying,Ada said that Ben had kicked her again and called her names every day.,Mum told at pick up.,"Price, Ben"
102,"Price, Ben",Year 4,4 Heron,04/11/2025 09:40,Classroom,Disruption,Ben called out and would not stop talking.,Moved seat.,
103,"Price, Ben",Year 4,4 Heron,05/11/2025 10:30,Corridor,Racist incident,Ben used a racist word to another pupil. This was not bullying.,Head told.,
104,"Okafor, Ada",Year 4,4 Heron,06/11/2025,Classroom,Positive,Ada helped a new pupil find her way.,,
105,"Price, Ben",Year 4,4 Heron,31/02/2026 10:30,Hall,Fighting,Ben hit another child.,,
`;

export interface RanCommand {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  readonly effects: FakeEffects;
}

/** Writes the small export into a folder and gives a way to run commands there. */
export function prepareFolder(folder: string): (...argv: string[]) => Promise<RanCommand> {
  writeFileSync(join(folder, 'export.csv'), SMALL_EXPORT);
  return async (...argv) => {
    const effects = fakeEffects({ cwd: folder });
    const status = await run(argv, effects);
    return { status, out: effects.said.out, err: effects.said.err, effects };
  };
}
