import readerData from './data/second-reader.yaml';

/** How far a label must be believed for each thing that may be done with it; 0 to 1. */
interface BeliefLimits {
  /** Stands, from here on: what the rules gave, or what they found words for that may mean it. */
  readonly gives: number;
  /** The same for a serious label: one that is overlooked costs more than one that a person takes back. */
  readonly givesSerious: number;
  /** The same where a single word may mean it and no phrase does. */
  readonly givesSeriousWord: number;
  /** What was done about it stands from here on, where the rules found only words that may mean it. */
  readonly givesDone: number;
  /** The same for a label that says of no kind what happened. */
  readonly givesBare: number;
  /** The same for what the recorded category and the text both say: the school and the rules against one reader. */
  readonly keepsAgreed: number;
  /** The same for a serious label: what a school recorded and its words say is hardly ever taken back. */
  readonly keepsAgreedSerious: number;
  /** The same for a serious label that the recorded category alone gives: the school's own statement. */
  readonly keepsRecorded: number;
  /** The same for a serious label that the rules gave: to drop one wrongly costs most. */
  readonly keepsSerious: number;
  /** The same for one whose words are sure by themselves. */
  readonly keepsSure: number;
  /** The same for any other label whose words are sure by themselves, and how surely a record deserves none to lose it. */
  readonly keepsPlain: number;
  readonly emptiesPlain: number;
  /** How sure the second reader must be for what a negation or the like stopped: it reads the rest of the record too. */
  readonly outweighs: number;
  /** Nothing stands in a record that is believed from here on to deserve no label. */
  readonly empties: number;
  /** The same where the school recorded something serious. */
  readonly emptiesRecorded: number;
  /** The same in a record too short for more to be heard of it, by the second reader alone. */
  readonly emptiesShort: number;
  /** The same for a serious label, a child's own trouble or what the school recorded: to drop one wrongly costs most. */
  readonly emptiesShortSerious: number;
  /** A serious label that does not stand goes to a person, from here on. */
  readonly asks: number;
  /** How likely a serious label counts at least for the queue where the school recorded it and it does not stand. */
  readonly recorded: number;
  /** Sums of what is believed of serious labels that do not stand, from which a record goes to the head of the queue, or near it. */
  readonly first: number;
  readonly soon: number;
  /** Words that a narrative must have for it to be heard: of a single sentence it knows less than the rules do. */
  readonly fewestWords: number;
  /** The same where neither a category nor what was done stands beside them: it has learned from whole records. */
  readonly fewestWordsAlone: number;
  /** Words that it must have for anything to be given that the rules do not give. */
  readonly fewestWordsGiven: number;
  /** Words that it must have for what the school recorded, or serious words that are sure, to be taken back. */
  readonly fewestWordsRecorded: number;
  /** Words that it must have for its labels to be taken back, where it is too short to be heard of each. */
  readonly fewestWordsEmptied: number;
}

/** Limits by which the second reader is heard (second-reader.yaml); chosen on labelled records that it had not learned from. */
export const LIMITS = readerData as BeliefLimits;
