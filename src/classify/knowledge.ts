import type { KnowledgeFiles } from './compile-rules.ts';
import cuesData from './data/cues.yaml';
import eventsData from './data/events.yaml';
import gridCuesData from './data/grid-cues.yaml';
import gridOrdinaryData from './data/grid-ordinary.yaml';
import kindOrdinary from './data/kind-ordinary.yaml';
import deedWords from './data/lexicon/deeds.yaml';
import harmWords from './data/lexicon/harm.yaml';
import irregularData from './data/lexicon/irregular.yaml';
import namesData from './data/lexicon/names.yaml';
import outsiderWords from './data/lexicon/outsiders.yaml';
import partialWords from './data/lexicon/partial.yaml';
import peopleData from './data/lexicon/people.yaml';
import schoolData from './data/lexicon/school.yaml';
import targetWords from './data/lexicon/targets.yaml';
import thingsData from './data/lexicon/things.yaml';
import verbsData from './data/lexicon/verbs.yaml';
import wordsData from './data/lexicon/words.yaml';
import noIncidentData from './data/no-incident.yaml';
import ordinaryData from './data/ordinary.yaml';
import peerOrdinaryData from './data/peer-ordinary.yaml';
import plainCuesData from './data/plain-cues.yaml';
import plainOrdinaryData from './data/plain-ordinary.yaml';
import blowsRules from './data/rules/blows.yaml';
import bullyingRules from './data/rules/bullying.yaml';
import conductRules from './data/rules/conduct.yaml';
import contextRules from './data/rules/context.yaml';
import describedRules from './data/rules/described.yaml';
import everydayRules from './data/rules/everyday.yaml';
import exclusionRules from './data/rules/exclusion.yaml';
import formsRules from './data/rules/forms.yaml';
import impliedRules from './data/rules/implied.yaml';
import otherRules from './data/rules/other.yaml';
import peerRules from './data/rules/peers.yaml';
import plainRules from './data/rules/plain.yaml';
import plainConductRules from './data/rules/plain-conduct.yaml';
import plainWelfareRules from './data/rules/plain-welfare.yaml';
import prejudiceRules from './data/rules/prejudice.yaml';
import responseRules from './data/rules/responses.yaml';
import schoolActsRules from './data/rules/school-acts.yaml';
import seriousRules from './data/rules/serious.yaml';
import sexualRules from './data/rules/sexual.yaml';
import shortResponseRules from './data/rules/short-responses.yaml';
import simpleRules from './data/rules/simple.yaml';
import softRules from './data/rules/soft.yaml';
import spokenRules from './data/rules/spoken.yaml';
import staffRules from './data/rules/staff.yaml';
import targetRules from './data/rules/targets.yaml';
import touchedRules from './data/rules/touched.yaml';
import turnedRules from './data/rules/turned.yaml';
import waysRules from './data/rules/ways.yaml';
import shortCuesData from './data/short-cues.yaml';
import shortOrdinaryData from './data/short-ordinary.yaml';
import slursData from './data/slurs.yaml';
import undoneCuesData from './data/undone-cues.yaml';
import { expandGrids } from './expand-grids.ts';
import { gatherSpellings } from './gather-spellings.ts';
import type { LexiconFile } from './grammar.ts';
import { loadSources } from './load-sources.ts';
import type { CueData, EventData, OrdinaryData, RuleFile } from './rule-data.ts';

const LEXICON = [
  partialWords,
  peopleData,
  namesData,
  verbsData,
  thingsData,
  wordsData,
  schoolData,
  slursData,
  harmWords,
  deedWords,
  targetWords,
  outsiderWords,
] as LexiconFile[];
const RULES = [
  blowsRules,
  bullyingRules,
  conductRules,
  contextRules,
  describedRules,
  everydayRules,
  exclusionRules,
  formsRules,
  impliedRules,
  otherRules,
  plainRules,
  plainConductRules,
  plainWelfareRules,
  prejudiceRules,
  responseRules,
  schoolActsRules,
  seriousRules,
  shortResponseRules,
  staffRules,
  sexualRules,
  simpleRules,
  softRules,
  targetRules,
  touchedRules,
  peerRules,
  spokenRules,
  turnedRules,
  waysRules,
] as RuleFile[];

const CUES = [cuesData, noIncidentData, plainCuesData, undoneCuesData, gridCuesData, shortCuesData] as {
  cues: CueData[];
}[];

const ORDINARY = [
  ordinaryData,
  plainOrdinaryData,
  kindOrdinary,
  peerOrdinaryData,
  gridOrdinaryData,
  shortOrdinaryData,
] as {
  ordinary: OrdinaryData[];
}[];

function gatherOwnKnowledge(): KnowledgeFiles {
  return {
    lexicon: LEXICON,
    irregular: irregularData as Record<string, string>,
    aliases: gatherSpellings(),
    book: {
      rules: RULES.flatMap(expandGrids),
      events: (eventsData as { events: EventData[] }).events,
      cues: CUES.flatMap((file) => file.cues),
      ordinary: ORDINARY.flatMap((file) => file.ordinary),
    },
  };
}

/**
 * What the program's own files say. The built program reads it from one file, when it is first asked for: most commands
 * need the compiled tables alone, and taking a megabyte of rules apart costs a tenth of a second at each start.
 */
function loadOwnKnowledge(): KnowledgeFiles {
  return typeof TERMWISE_SOURCES === 'undefined' ? gatherOwnKnowledge() : loadSources(TERMWISE_SOURCES);
}

let own: KnowledgeFiles | undefined;

/** The built-in words and rules, with a school's own added behind them. */
export function readKnowledge(extra: Partial<KnowledgeFiles> = {}): KnowledgeFiles {
  own ??= loadOwnKnowledge();
  const { lexicon, irregular, aliases, book } = own;
  return {
    lexicon: [...lexicon, ...(extra.lexicon ?? [])],
    irregular: { ...irregular, ...extra.irregular },
    aliases: { ...aliases, ...extra.aliases },
    book: {
      rules: [...book.rules, ...(extra.book?.rules ?? [])],
      events: [...book.events, ...(extra.book?.events ?? [])],
      cues: [...book.cues, ...(extra.book?.cues ?? [])],
      ordinary: [...book.ordinary, ...(extra.book?.ordinary ?? [])],
    },
  };
}
