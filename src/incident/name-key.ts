/**
 * A name as the roll and the record are compared: `Surname, Forename` and `Forename Surname` are one; case, accents and
 * marks do not count. Unlike keyOfName it keeps the order of words without a comma: `Ann Lee` and `Lee Ann` may be two.
 */
export function nameKey(name: string): string {
  const [surname, forename] = name.split(',', 2);
  return (forename === undefined ? name : `${forename} ${surname}`)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
