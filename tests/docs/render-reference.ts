/** Every command in the order of `termwise --help`; a test keeps it equal to the program. */
export const COMMANDS: readonly (readonly string[])[] = [
  ['demo'],
  ['init'],
  ['inspect'],
  ['import'],
  ['forget'],
  ['classify'],
  ['explain'],
  ['review'],
  ['analyse'],
  ['check'],
  ['report'],
  ['return'],
  ['collate'],
  ['policy'],
  ['policy', 'list'],
  ['policy', 'show'],
  ['policy', 'facts'],
  ['policy', 'validate'],
];

const START = '<!-- reference: written by `npm run reference`; do not edit -->';
const END = '<!-- end of reference -->';

/** The command reference as README.md has it, from the help text of each command. */
export function renderReference(helpOf: (command: readonly string[]) => string): string {
  const sections = COMMANDS.map(
    (command) =>
      `<details><summary><code>termwise ${command.join(' ')}</code></summary>\n\n\`\`\`text\n${helpOf(command).trimEnd()}\n\`\`\`\n\n</details>`,
  );
  return `${START}\n\n\`\`\`text\n${helpOf([]).trimEnd()}\n\`\`\`\n\n${sections.join('\n')}\n\n${END}`;
}

/** README.md with another reference between its marks. Throws when the marks are missing. */
export function replaceReference(readme: string, reference: string): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) throw new Error('README.md has no marks for the command reference');
  return readme.slice(0, start) + reference + readme.slice(end + END.length);
}
