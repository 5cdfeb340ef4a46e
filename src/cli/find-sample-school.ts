import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SAMPLE = 'fixtures/schools/fernhill-primary';

/** The export of the sample school and its settings, absolute. */
export interface SampleSchool {
  readonly folder: string;
  readonly files: readonly string[];
  readonly config: string;
}

/**
 * The sample school that comes with the package: it stands beside `dist`, and beside `src` in a checkout, so it is
 * looked for upwards from this file.
 */
export function findSampleSchool(from: string = import.meta.dirname): SampleSchool {
  for (let folder = from; ; folder = dirname(folder)) {
    const sample = join(folder, SAMPLE);
    const config = join(sample, 'termwise.yaml');
    if (existsSync(config)) return { folder: sample, files: [join(sample, 'export.csv')], config };
    if (dirname(folder) === folder) throw new Error('the sample school is missing from this installation');
  }
}
