import type { IncidentKind } from '../incident/incident.ts';
import categoryData from './categories.yaml';
import type { CategoryNature } from './category-map.ts';

interface ShippedCategory {
  readonly kind: IncidentKind;
  readonly nature: CategoryNature;
}

let shipped: ReadonlyMap<string, ShippedCategory> | undefined;

function fold(name: string): string {
  return (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** What a text means that is, word for word, a recorded category that ships with Termwise; null for any other text. */
export function findShippedCategory(text: string): ShippedCategory | null {
  const { categories } = categoryData as {
    readonly categories: readonly (ShippedCategory & { readonly names: readonly string[] })[];
  };
  shipped ??= new Map(
    categories.flatMap(({ names, kind, nature }) =>
      names.map((name) => [fold(name), { kind, nature }] as const),
    ),
  );
  return shipped.get(fold(text)) ?? null;
}
