import { createInterface } from 'node:readline/promises';

/**
 * Asks one question and gives the answer as typed, or null when nobody is there: the input is no terminal, or is
 * ended instead (Ctrl-D).
 */
export async function askPerson(
  question: string,
  input: NodeJS.ReadableStream & { readonly isTTY?: boolean },
  output: NodeJS.WritableStream,
): Promise<string | null> {
  if (input.isTTY !== true) return null;
  const reader = createInterface({ input, output });
  const ended = new Promise<null>((done) => reader.once('close', () => done(null)));
  try {
    return await Promise.race([reader.question(question), ended]);
  } finally {
    reader.close();
  }
}
