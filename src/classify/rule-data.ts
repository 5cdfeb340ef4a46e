import type { CuePlace, CueReach, FlagName } from './cue.ts';

/** Parts of the record in which a rule looks. `text` is narrative and action. */
export type RulePlace = 'text' | 'narrative' | 'action' | 'category' | 'any';

/** Who must have acted for a rule to hold. */
export type RuleActor = 'pupil' | 'staff' | 'anyone';

/** One rule, with its patterns written out. A label that starts with `~` is a signal for other rules. */
export interface RuleData {
  readonly id: string;
  readonly label: string;
  /** Patterns, one a line. */
  readonly any: string;
  readonly also?: readonly string[];
  readonly strength?: 1 | 2 | 3;
  readonly in?: RulePlace;
  readonly actor?: RuleActor;
  /** Modifiers that do not stop this rule. */
  readonly ignores?: readonly FlagName[];
  /** Labels or signals of which one must be found too. */
  readonly needs?: readonly string[];
  /** Labels or signals that must not be found. */
  readonly unless?: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/**
 * A grid put into a rule: its name, and the words for each of its holes. Several words for a hole make a pattern each;
 * behind a verb class may stand what it needs after it (`<HIT> ~1 @STAFF`).
 */
export interface GridUse {
  readonly grid: string;
  readonly [hole: string]: string | readonly string[];
}

/** A rule as its file writes it: `any` is patterns, or a list of patterns and grids in the order in which they count. */
export type WrittenRule = Omit<RuleData, 'any'> & { readonly any: string | readonly (string | GridUse)[] };

/** A file of rules, with the grids that several of them share: patterns, one a line, that have holes (`{deed}`). */
export interface RuleFile {
  readonly grids?: Readonly<Record<string, string>>;
  readonly rules: readonly WrittenRule[];
}

/** What an event needs of the person acting or acted on. */
export type EventRole = 'pupil' | 'staff' | 'adult' | 'self' | 'none' | 'object';

/** A rule about who did what to whom. */
export interface EventData {
  readonly id: string;
  readonly label: string;
  readonly verbs: string;
  readonly agent: readonly EventRole[];
  readonly patient: readonly EventRole[];
  /** A class of which a word must follow the one to whom it is done: `knocked Sam | to the ground`. */
  readonly ending?: string;
  readonly also?: readonly string[];
  readonly strength?: 1 | 2 | 3;
  readonly needs?: readonly string[];
  readonly ignores?: readonly FlagName[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Words that change what stands around them. */
export interface CueData {
  readonly id: string;
  readonly flag: FlagName | 'shield';
  readonly reach: CueReach;
  /** Where in its sentence it counts; anywhere if missing. */
  readonly at?: CuePlace;
  readonly size?: number;
  readonly in?: RulePlace;
  /** Of a shield: the reaches of the cues that it takes back; all if missing. */
  readonly over?: readonly CueReach[];
  /** Points for or against the record telling of no incident at all; see weigh-incident.ts. */
  readonly weight?: number;
  readonly any: string;
}

/** Phrases whose words mean nothing here: `kicked the ball`. `for` names the labels that they stop. */
export interface OrdinaryData {
  readonly id: string;
  readonly for?: readonly string[];
  /** Stops what it only touches, not just what lies within it. */
  readonly touch?: boolean;
  /**
   * What it takes a verb for: what is done to a `thing`, which says nothing where a person suffers it (`was knocked off
   * the wall by Tom`); a `noun`, which it is not right behind whoever acts (`Ewan belted Tom`); what somebody does to
   * their `own` body, which it may not be where two pupils are told of.
   */
  readonly means?: 'thing' | 'noun' | 'own';
  readonly any: string;
}

/** Everything that the engine knows, as written. */
export interface RuleBook {
  readonly rules: readonly RuleData[];
  readonly events: readonly EventData[];
  readonly cues: readonly CueData[];
  readonly ordinary: readonly OrdinaryData[];
}
