import type { RollEntry } from '../incident/roll.ts';
import characteristicData from './group-characteristics.yaml';

/** One column of the roll by which pupils are compared. */
export interface GroupCharacteristic {
  readonly field: 'yearGroup' | 'gender' | 'sen' | 'pupilPremium' | 'ethnicity' | 'eal' | 'lookedAfter';
  readonly title: string;
  /** Start of the recorded value, in lower case, to the group printed. */
  readonly merge?: Readonly<Record<string, string>>;
}

/** The characteristics that group tables show, in report order. */
export function readCharacteristics(): readonly GroupCharacteristic[] {
  return characteristicData as readonly GroupCharacteristic[];
}

/**
 * The group of a roll entry: broader groups by the longest known beginning of the recorded value (single letters
 * must be the whole value), else the value as recorded, else `Not recorded`.
 */
export function groupOf(characteristic: GroupCharacteristic, entry: RollEntry): string {
  const value = (entry[characteristic.field] ?? '').trim();
  if (value === '') return 'Not recorded';
  const lower = value.toLowerCase();
  const known = Object.keys(characteristic.merge ?? {})
    .filter((start) => lower === start || (start.length > 1 && startsWithWord(lower, start)))
    .sort((a, b) => b.length - a.length)[0];
  return known === undefined ? value : (characteristic.merge?.[known] ?? value);
}

function startsWithWord(value: string, start: string): boolean {
  return value.startsWith(start) && !/\p{L}/u.test(value.charAt(start.length));
}
