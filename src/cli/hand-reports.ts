import { join, resolve } from 'node:path';
import type { Host } from './host.ts';
import type { PrintedReport } from './print-reports.ts';
import type { listRejectsFiles } from './say-import.ts';

/** Where a report goes when nothing is said. */
export const DEFAULT_FOLDER = 'reports';

/** Where reports are wanted. */
interface Places {
  readonly out?: string;
  readonly charts?: string;
  readonly quiet?: boolean;
}

/**
 * Puts reports where they were asked for: a file, a folder, or the terminal for what a terminal can show. Says which
 * could not be made and why, and refuses where that is all of them.
 */
export async function handReports(
  printed: readonly PrintedReport[],
  options: Places,
  alongside: ReturnType<typeof listRejectsFiles>,
  host: Host,
): Promise<void> {
  const asked = printed.filter(({ isChart }) => isChart !== true);
  const made = printed.filter(({ unmade }) => unmade === undefined);
  const reports = made.filter(({ isChart }) => isChart !== true);
  const place = (name: string): string => placeOf(name, asked.length, options.out);
  const placeChart = (name: string): string => join(options.charts ?? '', name);
  sayUnmade(printed, ({ name, isChart }) => (isChart === true ? placeChart(name) : place(name)), host);
  const [first] = reports;
  const spoken =
    asked.length === 1 && options.out === undefined && typeof first?.content === 'string'
      ? first.content
      : null;
  const placed = [
    ...(spoken === null ? reports : []).map(({ name, content }) => ({ shown: place(name), content })),
    ...made
      .filter(({ isChart }) => isChart === true)
      .map(({ name, content }) => ({ shown: placeChart(name), content })),
  ];
  const files = [
    ...alongside,
    ...placed.map(({ shown, content }) => ({ path: resolve(host.effects.cwd(), shown), content })),
  ];
  if (files.length > 0) host.effects.writeFiles(files);
  if (spoken !== null) await host.effects.stdout(spoken);
  if (options.quiet === true) return;
  if (options.charts !== undefined && asked.length === printed.length)
    host.effects.stderr(`--charts ${options.charts}: there is no chart to write.\n`);
  for (const { shown } of placed) host.effects.stderr(`Wrote ${shown}\n`);
}

/** Said also where nothing else is: whoever looks for the file finds none, or an older one. */
function sayUnmade(
  printed: readonly PrintedReport[],
  placeOfOne: (report: PrintedReport) => string,
  { effects }: Host,
): void {
  const none = printed.every(({ unmade }) => unmade !== undefined);
  for (const report of printed) {
    const { unmade } = report;
    if (unmade === undefined) continue;
    if (none) throw unmade;
    effects.stderr(
      `Not made: ${placeOfOne(report)}. ${[unmade.message, unmade.hint].filter(Boolean).join(' ')}\n`,
    );
  }
}

function placeOf(name: string, count: number, out: string | undefined): string {
  if (out === undefined) return join(DEFAULT_FOLDER, name);
  return count > 1 ? join(out, name) : out;
}
