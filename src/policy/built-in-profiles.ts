import type { ProfileLayer } from './merge-profile.ts';
import alvaston from './profiles/alvaston.yaml';
import atelier21 from './profiles/atelier21.yaml';
import infiniti from './profiles/infiniti.yaml';
import national from './profiles/national.yaml';
import nationalWales from './profiles/national-wales.yaml';
import pencoedtre from './profiles/pencoedtre.yaml';
import vale from './profiles/vale.yaml';

/** The profiles that come with the tool, by name, national ones first (checked against the schema by a test). */
export const BUILT_IN_PROFILES: ReadonlyMap<string, ProfileLayer> = new Map(
  [national, nationalWales, alvaston, atelier21, infiniti, pencoedtre, vale].map((data) => {
    const layer = data as ProfileLayer;
    return [String(layer.name), layer];
  }),
);

/** Ids of the duties of all built-in profiles. */
export function listBuiltInDuties(): ReadonlySet<string> {
  const layers = [...BUILT_IN_PROFILES.values()] as readonly {
    readonly duties?: readonly { id: string }[];
  }[];
  return new Set(layers.flatMap(({ duties }) => duties?.map(({ id }) => id) ?? []));
}

/** Titles of the duties of all built-in profiles, by id. */
export function listDutyTitles(): ReadonlyMap<string, string> {
  const layers = [...BUILT_IN_PROFILES.values()] as readonly {
    readonly duties?: readonly { id: string; title: string }[];
  }[];
  return new Map(layers.flatMap(({ duties }) => duties?.map(({ id, title }) => [id, title] as const) ?? []));
}

/** Labels whose records each duty of the built-in profiles is asked of, by its id. */
export function listDutyCodes(): ReadonlyMap<string, readonly string[]> {
  const layers = [...BUILT_IN_PROFILES.values()] as readonly {
    readonly duties?: readonly { id: string; when?: readonly string[] }[];
  }[];
  const codes = new Map<string, readonly string[]>();
  for (const { id, when = [] } of layers.flatMap(({ duties = [] }) => duties))
    codes.set(id, [...new Set([...(codes.get(id) ?? []), ...when])]);
  return codes;
}

/** Whether a policy of this name asks of every incident that it is entered on its day; one of a school's own may. */
export function asksForDayOfEntry(profile: string): boolean {
  const layer = BUILT_IN_PROFILES.get(profile) as
    | { readonly duties?: readonly { check: string; when?: readonly string[] }[] }
    | undefined;
  if (layer === undefined) return true;
  return (layer.duties ?? []).some(({ check, when }) => check === 'recorded_same_day' && !when?.length);
}
