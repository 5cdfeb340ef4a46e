import { describe, expect, it } from 'vitest';
import { readStatus } from './helpers/read-status.ts';

describe('what was arranged and did not come about', () => {
  it.each([
    ['parent_meeting', 'Parental meeting was booked but never happened.'],
    ['risk_assessment', "RA meeting w SLT was planned for Weds but didn't go ahead."],
    ['reintegration', "Reintegration mtg Mon - mum forgot so it didn't happen."],
    ['restorative_meeting', "Restorative meeting - Jake would not come so it couldn't go ahead."],
    ['restorative_conference', "Jake's parents didn't want a restorative conference so it was not held."],
    ['taf_held', 'We agreed a TAF. It never happened.'],
    ['support_given', "Mentor for Jake was agreed but hasn't been put in place."],
    ['reflective_talk', 'Ran out of time for a reflective chat so it never happened.'],
    ['class_meeting', 'Class meeting booked, then was cancelled.'],
  ])('%s: %s', (code, action) => {
    expect(readStatus(code, action)).toBe('not_done');
  });
});

describe('what was held, and something else that did not come about', () => {
  it.each([
    ['reintegration', 'Reintegration meeting held with dad. Home visit was offered but it never happened.'],
    ['restorative_meeting', 'Restorative meeting held, Jake says it never happened.'],
    ['restorative_meeting', 'Restorative meeting with both. It never happened again.'],
    ['taf_held', 'TAF cancelled on 10/11 but it took place on 12/11.'],
    ['taf_held', 'TAF held 12/11. EP visit was planned but did not go ahead.'],
    ['support_given', 'Jake has ELSA. A buddy was agreed too but it has not been set up.'],
    ['reintegration', 'Reintegration meeting did not happen until Friday.'],
  ])('%s: %s', (code, action) => {
    expect(readStatus(code, action)).toBe('done');
  });
});

describe('somebody not told at first', () => {
  it.each([
    'DSL not told at first, told her on 12/11.',
    "Didn't tell DSL straight away; told her 16/10.",
    'DSL was not informed at the time but informed later by email.',
    "Didn't let DSL know straight away, then told her at 3pm.",
    'DSL not informed first thing but has since been told.',
  ])('was told after all: %s', (action) => {
    expect(readStatus('dsl_told', action)).toBe('done');
  });

  it.each([
    'DSL not told. Mum told later.',
    'DSL not told. Told mum on Friday.',
    'DSL not told. Mia told him to go away.',
    "DSL wasn't told, then mum was told.",
    'DSL not told and mum not told later either.',
  ])('was not told where somebody else was: %s', (action) => {
    expect(readStatus('dsl_told', action)).toBe('not_done');
  });
});

describe('a plan of somebody else', () => {
  it.each([
    ['damage_cost', "Rang mum about the bill, she'll pay weekly.", 'done'],
    ['damage_cost', "Bill for mum, she'll be rung tomorrow.", 'planned'],
    ['parent_meeting', "Rang mum, she'll come in for a meeting.", 'planned'],
    ['police_told', 'PC Will attended.', 'done'],
    ['police_told', 'PCSO May came in.', 'done'],
    ['police_told', 'PCSO may come in.', 'nothing'],
    ['restorative_conference', 'Restorative conference with both - date to be fixed.', 'planned'],
    ['restorative_conference', 'Restorative conference held - date of the next to be fixed.', 'done'],
    ['police_told', 'Agreed with mum not to report it to the police.', 'not_done'],
  ])('%s: %s', (code, action, expected) => {
    expect(readStatus(code, action)).toBe(expected);
  });
});

describe('an aside in brackets', () => {
  it.each([
    ['outcome_told', 'Outcome (lost two plays) shared with both families.', 'done'],
    ['outcome_told', 'Outcome (to be shared) with both families.', 'nothing'],
    ['dsl_told', 'LA form (not done yet). DSL (Mrs Oakes) told.', 'done'],
    ['governors_told', 'Chair of governors (Mr Rees) informed.', 'done'],
  ])('%s: %s', (code, action, expected) => {
    expect(readStatus(code, action)).toBe(expected);
  });
});
