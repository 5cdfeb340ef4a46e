import { createInterface } from 'node:readline/promises';

/** Asks one question and gives the answer as typed, or null when the person ends the input instead (Ctrl-D). */
export async function askPerson(
  question: string,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Promise<string | null> {
  const reader = createInterface({ input, output });
  const ended = new Promise<null>((done) => reader.once('close', () => done(null)));
  try {
    return await Promise.race([reader.question(question), ended]);
  } finally {
    reader.close();
  }
}
