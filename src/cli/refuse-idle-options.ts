import { TermwiseError } from '../errors.ts';

/**
 * Refuses options that would have no effect here: whoever gives one believes that it has. `options` are those given,
 * by their names in code; `why` follows the option in the message.
 */
export function refuseIdleOptions(options: object, idle: readonly string[], why: string): void {
  const given = idle.find((name) => (options as Readonly<Record<string, unknown>>)[name] !== undefined);
  if (given === undefined) return;
  const flag = given.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new TermwiseError('usage', `--${flag}: ${why}`, 'Leave it out.');
}
