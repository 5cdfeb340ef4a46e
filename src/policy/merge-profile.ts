/** A profile as written: keys left out come from the profile it extends. */
export type ProfileLayer = Readonly<Record<string, unknown>>;

function isGroup(value: unknown): value is ProfileLayer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * One profile laid over another: groups of keys are merged, everything else (lists too) is replaced whole, so that
 * a policy with seven types of bullying does not inherit an eighth. Thresholds are laid over one by one.
 */
export function mergeProfile(base: ProfileLayer, over: ProfileLayer): ProfileLayer {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (key === 'extends') continue;
    const below = merged[key];
    merged[key] = isGroup(below) && isGroup(value) ? mergeProfile(below, value) : value;
  }
  return merged;
}
