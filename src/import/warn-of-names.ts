import type { SharedNumber } from './find-shared-numbers.ts';
import { PUPIL_ID } from './key-numbers.ts';

/** What all files together say of who is who. */
interface NameFacts {
  readonly sharedNames: readonly string[];
  readonly sharedNumbers: readonly SharedNumber[];
}

/** So many are shown. */
const MOST = 5;

function listed(items: readonly string[]): string {
  return `${items.slice(0, MOST).join(', ')}${items.length > MOST ? ' …' : ''}`;
}

function warnOfSharedNames(shared: readonly string[], hasUpns: boolean): string[] {
  if (shared.length === 0) return [];
  const advice = hasUpns ? '' : '; a UPN column would settle who is who';
  const what =
    shared.length === 1
      ? 'name belongs to more than one pupil and is'
      : 'names belong to more than one pupil and are';
  return [`${shared.length} ${what} kept apart (${listed(shared)})${advice}.`];
}

function describe({ number, names }: SharedNumber): string {
  return `${number.replace(PUPIL_ID, '')}: ${listed(names)}`;
}

function warnOfSharedNumbers(all: readonly SharedNumber[]): string[] {
  const dropped = all.filter(({ isDropped }) => isDropped);
  const kept = all.filter(({ isDropped }) => !isDropped);
  const warnings: string[] = [];
  if (dropped.length > 0)
    warnings.push(
      `${dropped.length} pupil ${dropped.length === 1 ? 'number stands' : 'numbers stand'} beside names of different people and ${dropped.length === 1 ? 'was' : 'were'} not used; they are told apart by name (${dropped.slice(0, MOST).map(describe).join('; ')}).`,
    );
  if (kept.length > 0)
    warnings.push(
      `${kept.length} pupil ${kept.length === 1 ? 'number stands' : 'numbers stand'} beside two names with no word in common, and ${kept.length === 1 ? 'counts' : 'each counts'} as one pupil; if they are two, correct the number (${kept.slice(0, MOST).map(describe).join('; ')}).`,
    );
  return warnings;
}

/** Warns of names that several pupils share, and of pupils' numbers that stand beside the names of several. */
export function warnOfNames({ sharedNames, sharedNumbers }: NameFacts, hasUpns: boolean): string[] {
  return [...warnOfSharedNames(sharedNames, hasUpns), ...warnOfSharedNumbers(sharedNumbers)];
}
