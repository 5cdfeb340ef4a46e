/**
 * Puts values into the {names} of a template. `{cases|case|cases}` is the word that goes with a number: the first after
 * 1, the second after any other. Throws when a name has no value, because a report must never print its own scaffolding.
 */
export function fillWords(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (_, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`no value for {${name}} in '${template}'`);
      if (one === undefined || many === undefined) return value;
      return value === '1' ? one : many;
    },
  );
}
