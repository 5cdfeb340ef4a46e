import { expect, it } from 'vitest';
import type { Act } from '../../src/duties/act.ts';
import type { DutyCase } from '../../src/duties/duty-case.ts';
import { isFor } from '../../src/duties/is-for.ts';
import type { PupilRole } from '../../src/incident/incident.ts';

const help = (families: readonly string[], code = 'support_given') =>
  ({ code, status: 'done', date: null, field: 'action', families, start: 0, end: 1 }) as Act;
const inRecord = (...roles: readonly (readonly [string, PupilRole])[]) =>
  ({ roles: new Map(roles) }) as unknown as DutyCase;
const told = inRecord(['ava', 'harming'], ['milo', 'harmed']);
const untold = inRecord(['ava', 'unknown'], ['milo', 'unknown']);

it.each([
  ['the harmed child', ['milo'], told, true, false],
  ['the child who did it', ['ava'], told, false, true],
  ['each by name', ['milo', 'ava'], told, true, true],
  ['both', ['both'], told, true, true],
  ['the victim', ['harmed'], untold, true, false],
  ['the perpetrator', ['harming'], untold, false, true],
  ['a member of staff', ['?staff'], told, true, false],
  ['nobody named', [], told, true, false],
  ['one of two whose parts are not said', ['ava'], untold, true, false],
  ['both of two whose parts are not said', ['ava', 'milo'], untold, true, true],
] as const)('help for %s', (_, families, one, harmed, harming) => {
  expect(isFor('harmed', help(families), one)).toBe(harmed);
  expect(isFor('harming', help(families), one)).toBe(harming);
  expect(isFor(undefined, help(families), one)).toBe(true);
});

it('is asked of help alone', () => {
  expect(isFor('harming', help(['milo'], 'dsl_told'), told)).toBe(true);
});
