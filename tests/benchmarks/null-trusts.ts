import { simulateTrust } from '../trust/helpers/simulate-trust.ts';

/** Prints how many reports on trusts of schools that do not differ name one, and how often a planted one is named. */
const trusts = Number(process.argv[2] ?? 200);
const sizes = [4, 8, 20, 60];
for (const schools of sizes) {
  const named = Array.from(
    { length: trusts },
    (_, at) => simulateTrust(`null ${schools} ${at}`, schools).outliers,
  );
  const reports = named.filter((outliers) => outliers.length > 0).length;
  process.stdout.write(
    `${schools} schools alike: ${reports} of ${trusts} reports (${((100 * reports) / trusts).toFixed(1)} %) name one\n`,
  );
}
const planted = { 4: { 'prejudice.racist': 6 }, 5: { all: 1.9 } };
const found = { racist: 0, all: 0, others: 0 };
for (let at = 0; at < trusts; at += 1) {
  const { outliers } = simulateTrust(`planted ${at}`, 8, planted);
  const has = (school: string, code: string): boolean =>
    outliers.some((one) => one.school === school && one.code === code);
  found.racist += has('School 005', 'prejudice.racist') ? 1 : 0;
  found.all += has('School 006', 'all') ? 1 : 0;
  found.others += outliers.filter(
    ({ school, code }) =>
      !(school === 'School 005' && code === 'prejudice.racist') &&
      !(school === 'School 006' && code === 'all'),
  ).length;
}
process.stdout.write(
  `8 schools, two planted: six times the racist incidents found in ${found.racist}, nearly twice all incidents in ${found.all} of ${trusts}; ${found.others} other namings\n`,
);
