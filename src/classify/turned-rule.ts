/**
 * Whether a rule, by its id, is one of rules/turned.yaml: its words say that something happened in spite of words beside
 * them that tell of nothing (`nobody stole anything except Riley`), so neither an everyday phrase within them nor one
 * that tells of no incident speaks against it.
 */
export function isTurned(rule: string): boolean {
  return rule.startsWith('turned.');
}

/** Whether a rule, by its id, is one of these that ask for a day and a deed alone: `Today Owen stole`. */
export function isTurnedDay(rule: string): boolean {
  return rule.startsWith('turned.now.');
}
