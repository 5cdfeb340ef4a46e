import arbor from './layouts/arbor.yaml';
import bromcom from './layouts/bromcom.yaml';
import classCharts from './layouts/class-charts.yaml';
import cpoms from './layouts/cpoms.yaml';
import exclusions from './layouts/exclusions.yaml';
import generic from './layouts/generic.yaml';
import msForms from './layouts/ms-forms.yaml';
import myconcern from './layouts/myconcern.yaml';
import seemis from './layouts/seemis.yaml';
import sims from './layouts/sims.yaml';
import termwise from './layouts/termwise.yaml';
import wonde from './layouts/wonde.yaml';
import { loosenHeader } from './loosen-header.ts';

/** What a column can mean to us. */
export type Field =
  | 'school'
  | 'incident_id'
  | 'pupil'
  | 'surname'
  | 'forename'
  | 'upn'
  | 'pupil_id'
  | 'dob'
  | 'year_group'
  | 'class'
  | 'date'
  | 'time'
  | 'recorded_date'
  | 'recorded_time'
  | 'reported_by'
  | 'category'
  | 'sub_category'
  | 'narrative'
  | 'summary'
  | 'action'
  | 'linked'
  | 'harming'
  | 'harmed'
  | 'witness'
  | 'role'
  | 'last_updated'
  | 'location'
  | 'period'
  | 'status'
  | 'assigned_to'
  | 'polarity'
  | 'points'
  | 'origin';

/** Names of columns in one system's exports, as layouts/*.yaml holds them. */
export interface Layout {
  readonly layout: string;
  readonly title: string;
  /** Names that tell this system from others. */
  readonly signature: readonly string[];
  /** Put before ids, where a system's numbers must never meet those of the incident list beside it. */
  readonly id_prefix?: string;
  /** Columns that mean nothing here, whatever their names mean elsewhere. */
  readonly ignores?: readonly string[];
  /** True where summary and narrative are two texts, neither a short form of the other. */
  readonly keeps_both_texts?: boolean;
  readonly fields: Readonly<Partial<Record<Field, readonly string[]>>>;
}

/** All fields, as `columns:` and `--map` may name them. */
export const FIELDS: ReadonlySet<string> = new Set(
  [generic, termwise].flatMap((data) => Object.keys((data as Layout).fields)),
);

/** A column name without case, punctuation, line breaks and spaces. */
export function squash(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The names of one layout, ready for looking up. */
export interface LayoutNames {
  readonly layout: Layout;
  /** Squashed name to the fields it can mean, with its rank (low is better). */
  readonly fields: ReadonlyMap<string, readonly { readonly field: Field; readonly rank: number }[]>;
  /** The same under `loosenHeader`. */
  readonly loose: LayoutNames['fields'];
  readonly signature: ReadonlySet<string>;
  readonly ignores: ReadonlySet<string>;
}

function indexNames(layout: Layout, keyOf: (name: string) => string): LayoutNames['fields'] {
  const fields = new Map<string, { field: Field; rank: number }[]>();
  for (const [field, names] of Object.entries(layout.fields)) {
    for (const [rank, name] of names.entries()) {
      const key = keyOf(name);
      const list = fields.get(key) ?? [];
      if (!list.some((entry) => entry.field === field)) list.push({ field: field as Field, rank });
      fields.set(key, list);
    }
  }
  return fields;
}

/**
 * Fields whose names may be met with additions. Names of the others mean something else as soon as a word is
 * added or a number changes: `Sessions` counts what `Session` names.
 */
const LOOSE: ReadonlySet<Field> = new Set([
  'incident_id',
  'pupil',
  'surname',
  'forename',
  'upn',
  'dob',
  'year_group',
  'class',
  'date',
  'time',
  'recorded_date',
  'reported_by',
  'category',
  'sub_category',
  'narrative',
  'action',
  'linked',
  'harming',
  'harmed',
  'witness',
  'location',
]);

function toNames(layout: Layout): LayoutNames {
  return {
    layout,
    fields: indexNames(layout, squash),
    loose: indexNames(
      {
        ...layout,
        fields: Object.fromEntries(
          Object.entries(layout.fields).filter(([field]) => LOOSE.has(field as Field)),
        ),
      },
      loosenHeader,
    ),
    signature: new Set(layout.signature.map(squash)),
    ignores: new Set((layout.ignores ?? []).map(squash)),
  };
}

/** Names met in exports of any system. */
export const GENERIC = toNames(generic as Layout);
/** Names of each system known. */
export const LAYOUTS = [
  cpoms,
  myconcern,
  arbor,
  bromcom,
  sims,
  classCharts,
  seemis,
  wonde,
  exclusions,
  msForms,
  termwise,
].map((data) => toNames(data as Layout));
