import type { EventPerson, EventView } from './event-view.ts';
import { findAgent } from './find-agent.ts';
import { findPatient } from './find-patient.ts';
import { findBodyOwner, findHerself, findPassiveAgent, isPassive } from './passive.ts';
import type { EventReading } from './read-rule.ts';
import type { EventRole } from './rule-data.ts';
import { CATEGORY_FIELD } from './token-buffer.ts';

/** Who did what to whom, at one verb. */
export interface RecordEvent {
  readonly verb: number;
  readonly from: number;
  readonly to: number;
  readonly agent: EventRole;
  readonly agentAt: number;
  /** First token of `A, B and C` where that is who acts; else `agentAt`. */
  readonly agentFrom: number;
  readonly patient: EventRole;
  readonly patientAt: number;
  readonly rules: readonly EventReading[];
}

/** Who acts on whom at a verb. */
function findParties(
  view: EventView,
  verb: number,
  at: number,
  to: number,
): { readonly agent: EventPerson; readonly patient: EventPerson } {
  if (!isPassive(view, at, to)) {
    const agent = findAgent(view, at);
    return { agent, patient: findPatient(view, to, agent, view.compiled.throwing.includes(verb)) };
  }
  const { role, at: place } = findBodyOwner(view, at) ?? findHerself(view, findAgent(view, at), at);
  const agent = findPassiveAgent(view, to, place);
  // `A rock was thrown at Sam`: who is hit stands behind the verb all the same.
  if (view.compiled.throwing.includes(verb)) {
    const struck = findPatient(view, to, { role, at: place }, true);
    if (struck.role === 'pupil' || struck.role === 'staff') return { agent, patient: struck };
  }
  // `Nipped on the arm by Rafe`: whom the record is about is the one who was hurt.
  const isUnsaid = role === 'none' && agent.role === 'pupil';
  return {
    agent: { role: agent.role, at: agent.at },
    patient: { role: isUnsaid ? 'pupil' : role, at: place },
  };
}

function readEvent(view: EventView, verb: number, at: number, length: number): RecordEvent {
  const to = at + length;
  const { agent, patient } = findParties(view, verb, at, to);
  return {
    verb,
    from: at,
    to,
    agent: agent.role,
    agentAt: agent.at,
    agentFrom: agent.from ?? agent.at,
    patient: patient.role,
    patientAt: patient.at,
    rules: view.eventRules.get(verb) ?? [],
  };
}

/** Most verbs of one record that are read: beyond this a record is not written by a person. */
const MAX_EVENTS = 400;

/** Reads every verb for which there is an event rule. */
export function extractEvents(view: EventView): RecordEvent[] {
  const { tokens, scan, compiled } = view;
  const events: RecordEvent[] = [];
  for (let at = 0; at < tokens.count && events.length < MAX_EVENTS; at++) {
    if (tokens.field[at] === CATEGORY_FIELD) continue;
    const word = tokens.word[at] ?? 0;
    if (compiled.isVerbWord[word] === 1) {
      const { starts, items } = compiled.grammar.wordSymbols;
      const end = starts[word + 1] ?? 0;
      for (let i = starts[word] ?? 0; i < end; i++) {
        const symbol = items[i] ?? 0;
        if (compiled.isVerb[symbol] === 1) events.push(readEvent(view, symbol, at, 1));
      }
    }
    for (let slot = scan.head[at] ?? 0; slot !== 0; slot = scan.next[slot] ?? 0) {
      const symbol = scan.symbol[slot] ?? 0;
      if (compiled.isVerb[symbol] === 1) events.push(readEvent(view, symbol, at, scan.length[slot] ?? 1));
    }
  }
  return events;
}
