/** A school's name as it is printed: in one line, without blanks that nobody sees. Empty where only those were given. */
export function tidySchoolName(name: string): string {
  return name.replaceAll(/\s+/gu, ' ').trim();
}
