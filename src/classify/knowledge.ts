import type { KnowledgeFiles } from './compile-rules.ts';
import cuesData from './data/cues.yaml';
import eventsData from './data/events.yaml';
import deedWords from './data/lexicon/deeds.yaml';
import harmWords from './data/lexicon/harm.yaml';
import irregularData from './data/lexicon/irregular.yaml';
import namesData from './data/lexicon/names.yaml';
import peopleData from './data/lexicon/people.yaml';
import schoolData from './data/lexicon/school.yaml';
import thingsData from './data/lexicon/things.yaml';
import verbsData from './data/lexicon/verbs.yaml';
import wordsData from './data/lexicon/words.yaml';
import misspellingsData from './data/misspellings.yaml';
import noIncidentData from './data/no-incident.yaml';
import ordinaryData from './data/ordinary.yaml';
import blowsRules from './data/rules/blows.yaml';
import bullyingRules from './data/rules/bullying.yaml';
import conductRules from './data/rules/conduct.yaml';
import describedRules from './data/rules/described.yaml';
import everydayRules from './data/rules/everyday.yaml';
import exclusionRules from './data/rules/exclusion.yaml';
import impliedRules from './data/rules/implied.yaml';
import otherRules from './data/rules/other.yaml';
import plainRules from './data/rules/plain.yaml';
import prejudiceRules from './data/rules/prejudice.yaml';
import responseRules from './data/rules/responses.yaml';
import seriousRules from './data/rules/serious.yaml';
import sexualRules from './data/rules/sexual.yaml';
import softRules from './data/rules/soft.yaml';
import staffRules from './data/rules/staff.yaml';
import turnedRules from './data/rules/turned.yaml';
import waysRules from './data/rules/ways.yaml';
import slursData from './data/slurs.yaml';
import type { LexiconFile } from './grammar.ts';
import type { CueData, EventData, OrdinaryData, RuleData } from './rule-data.ts';

const LEXICON = [
  peopleData,
  namesData,
  verbsData,
  thingsData,
  wordsData,
  schoolData,
  slursData,
  harmWords,
  deedWords,
] as LexiconFile[];
const RULES = [
  blowsRules,
  bullyingRules,
  conductRules,
  describedRules,
  everydayRules,
  exclusionRules,
  impliedRules,
  otherRules,
  plainRules,
  prejudiceRules,
  responseRules,
  seriousRules,
  staffRules,
  sexualRules,
  softRules,
  turnedRules,
  waysRules,
] as { rules: RuleData[] }[];

const CUES = [cuesData, noIncidentData] as { cues: CueData[] }[];

/** The built-in words and rules, with a school's own added behind them. */
export function readKnowledge(extra: Partial<KnowledgeFiles> = {}): KnowledgeFiles {
  return {
    lexicon: [...LEXICON, ...(extra.lexicon ?? [])],
    irregular: { ...(irregularData as Record<string, string>), ...extra.irregular },
    aliases: { ...(misspellingsData as Record<string, string>), ...extra.aliases },
    book: {
      rules: [...RULES.flatMap((file) => file.rules), ...(extra.book?.rules ?? [])],
      events: [...(eventsData as { events: EventData[] }).events, ...(extra.book?.events ?? [])],
      cues: [...CUES.flatMap((file) => file.cues), ...(extra.book?.cues ?? [])],
      ordinary: [...(ordinaryData as { ordinary: OrdinaryData[] }).ordinary, ...(extra.book?.ordinary ?? [])],
    },
  };
}
