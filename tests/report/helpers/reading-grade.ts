/** Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59; grade 7 is about age twelve. */
export function readingGrade(text: string): number {
  const sentences = text.split(/[.?!:](?=\s|$)/).filter((each) => /[a-z]/i.test(each)).length;
  const words = text.match(/[a-z'’-]+/gi) ?? [];
  const syllables = words.reduce(
    (sum, word) =>
      sum +
      Math.max(
        1,
        (
          word
            .toLowerCase()
            .replace(/e$/, '')
            .match(/[aeiouy]+/g) ?? []
        ).length,
      ),
    0,
  );
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}
