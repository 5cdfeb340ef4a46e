/**
 * Puts values into the {names} of a template. Throws when a name has no value, because a report must never print
 * its own scaffolding.
 */
export function fillWords(template: string, values: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in '${template}'`);
    return value;
  });
}
