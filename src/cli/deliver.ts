import { resolve } from 'node:path';
import type { Content, OutputFile } from './effects.ts';
import { gatherPieces } from './gather-pieces.ts';
import type { Host } from './host.ts';
import type { BasicOptions, OutputOptions } from './shared-options.ts';

/** An answer in each format it can be had in, made only when asked for; the first is the usual one. */
export type Answers = Readonly<Record<string, () => Exclude<Content, Uint8Array>>>;

/** The format asked for: `--json`, then `--format`, then the ending of `--out`, then the first there is. */
function chooseFormat(options: OutputOptions, formats: readonly string[]): string {
  if (options.json === true) return 'json';
  if (options.format !== undefined) return options.format;
  const ending = /\.(\w+)$/.exec(options.out ?? '')?.[1]?.toLowerCase();
  const named = ending === 'txt' ? 'text' : ending;
  return formats.find((format) => format === named) ?? formats[0] ?? 'text';
}

/**
 * Gives an answer where it was asked for: the terminal, or a file written whole. `alongside` is written with it, all
 * or none: the list of rejected rows, say.
 */
export async function deliver(
  answers: Answers,
  options: OutputOptions & BasicOptions,
  host: Host,
  alongside: readonly OutputFile[] = [],
): Promise<void> {
  const answer = answers[chooseFormat(options, Object.keys(answers))];
  if (answer === undefined) return;
  if (options.out !== undefined) {
    const path = resolve(host.effects.cwd(), options.out);
    host.effects.writeFiles([...alongside, { path, content: answer() }]);
    if (options.quiet !== true) host.effects.stderr(`Wrote ${options.out}\n`);
    return;
  }
  if (alongside.length > 0) host.effects.writeFiles(alongside);
  for (const piece of gatherPieces(answer())) await host.effects.stdout(piece);
}
