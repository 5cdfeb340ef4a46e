import { buildCalendar } from '../../src/calendar/build-calendar.ts';
import { countSchoolDays } from '../../src/calendar/find-term.ts';
import { adjustPValues } from '../../src/statistics/adjust-p-values.ts';
import { betaBinomialRateTest } from '../../src/statistics/beta-binomial-rate-test.ts';
import { binomialUpperTail } from '../../src/statistics/binomial-upper-tail.ts';
import { byarInterval } from '../../src/statistics/byar-interval.ts';
import { dispersionTest } from '../../src/statistics/dispersion-test.ts';
import { type EarsOptions, ears } from '../../src/statistics/ears.ts';
import { fisherExact } from '../../src/statistics/fisher-exact.ts';
import { fitGammaPoisson } from '../../src/statistics/fit-gamma-poisson.ts';
import { fitNegativeBinomial } from '../../src/statistics/fit-negative-binomial.ts';
import { gChart } from '../../src/statistics/g-chart.ts';
import { gammaPoissonPosterior } from '../../src/statistics/gamma-poisson-posterior.ts';
import { type GammaMixture, gpsEbgm } from '../../src/statistics/gps-ebgm.ts';
import { informationComponent } from '../../src/statistics/information-component.ts';
import { katzRatio } from '../../src/statistics/katz-ratio.ts';
import { laneyUPrime } from '../../src/statistics/laney-u-prime.ts';
import { negativeBinomialLogProbability } from '../../src/statistics/negative-binomial-log-probability.ts';
import { negativeBinomialUpperTail } from '../../src/statistics/negative-binomial-upper-tail.ts';
import { optimalPartitioning } from '../../src/statistics/optimal-partitioning.ts';
import { poissonChangePoint } from '../../src/statistics/poisson-change-point.ts';
import { poissonCusum } from '../../src/statistics/poisson-cusum.ts';
import { poissonCusumArl } from '../../src/statistics/poisson-cusum-arl.ts';
import { poissonCusumDesign } from '../../src/statistics/poisson-cusum-design.ts';
import { poissonETest } from '../../src/statistics/poisson-e-test.ts';
import { poissonExactInterval } from '../../src/statistics/poisson-exact-interval.ts';
import { poissonLimits } from '../../src/statistics/poisson-limits.ts';
import { poissonLowerTail } from '../../src/statistics/poisson-lower-tail.ts';
import { poissonRateTest } from '../../src/statistics/poisson-rate-test.ts';
import { poissonUpperTail } from '../../src/statistics/poisson-upper-tail.ts';
import { scanLikelihoodRatio } from '../../src/statistics/scan-likelihood-ratio.ts';
import { standardisedCusum } from '../../src/statistics/standardised-cusum.ts';
import { tChart } from '../../src/statistics/t-chart.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import { xmrLimits } from '../../src/statistics/xmr-limits.ts';

type Numbers = Readonly<Record<string, unknown>>;

/** A reference case's numbers by name; the file's inputs are known to hold them. */
const number = (input: Numbers, key: string): number => Number(input[key]);
const list = (input: Numbers, key: string): number[] => (input[key] as number[]) ?? [];
const pick = (input: Numbers, ...keys: string[]): number[] => keys.map((key) => number(input, key));

/** The function of the product behind each function name of the reference file, with its names for results. */
export const referenceFunctions: Readonly<Record<string, (input: Numbers) => Numbers>> = {
  poissonRateTest: (i) => ({
    ...poissonRateTest({
      x1: number(i, 'x1'),
      t1: number(i, 't1'),
      x2: number(i, 'x2'),
      t2: number(i, 't2'),
    }),
  }),
  poissonUpperTail: (i) => ({ p: poissonUpperTail(number(i, 'k'), number(i, 'mu')) }),
  poissonLowerTail: (i) => ({ p: poissonLowerTail(number(i, 'k'), number(i, 'mu')) }),
  poissonExactCI: (i) => {
    const [x = 0, level = 0] = pick(i, 'x', 'confLevel');
    const [[lower, upper], [byarLower, byarUpper]] = [poissonExactInterval(x, level), byarInterval(x, level)];
    return { lower, upper, byarLower, byarUpper };
  },
  negBinomUpperTail: (i) => {
    const [k = 0, mu = 0, size = 0] = pick(i, 'k', 'mu', 'size');
    return {
      p: negativeBinomialUpperTail(k, mu, size),
      pmfAtK: Math.exp(negativeBinomialLogProbability(k, mu, size)),
    };
  },
  binomUpperTail: (i) => ({ p: binomialUpperTail(number(i, 'k'), number(i, 'n'), number(i, 'p')) }),
  riskRatio: (i) => {
    const [a = 0, b = 0, c = 0, d = 0] = pick(i, 'a', 'b', 'c', 'd');
    return { ...katzRatio(a, b, c, d) };
  },
  pAdjust: (i) => {
    const p = list(i, 'p');
    const m = i.m === undefined ? p.length : number(i, 'm');
    return {
      BH: adjustPValues(p, 'bh', m),
      BY: adjustPValues(p, 'by', m),
      holm: adjustPValues(p, 'holm', m),
      bonferroni: adjustPValues(p, 'bonferroni', m),
    };
  },
  wilsonInterval: (i) => ({ ...wilsonInterval(number(i, 'x'), number(i, 'n'), number(i, 'confLevel')) }),
  poissonCusum: (i) => {
    const [lambda0 = 0, lambda1 = 0, h = 0] = pick(i, 'lambda0', 'lambda1', 'h');
    const result = poissonCusum(list(i, 'counts'), { lambda0, lambda1, h });
    return { ...result, firstAlarm1Based: result.firstAlarm };
  },
  xmr: (i) => {
    const limits = xmrLimits(list(i, 'values'), { screenOutliers: i.screenOutliers === true });
    return { ...limits, avgMovingRange: limits?.averageMovingRange };
  },
  uChart: (i) => ({ ...laneyUPrime(list(i, 'counts'), list(i, 'exposure'), { laney: i.laney === true }) }),
  gChart: (i) => ({ ...gChart(list(i, 'gaps')) }),
  tChart: (i) => ({ ...tChart(list(i, 'gaps')) }),
  poissonLimits: (i) => {
    const [expected = 0, level = 0] = pick(i, 'expected', 'confLevel');
    const [[lower, upper], [lower95, upper95]] = [
      poissonLimits(expected, level),
      poissonLimits(expected, 0.95),
    ];
    return { lower, upper, lower95, upper95 };
  },
  informationComponent: (i) => ({
    ...informationComponent(number(i, 'observed'), number(i, 'expected'), number(i, 'k')),
  }),
  gammaPoissonPosterior: (i) => {
    const [observed = 0, expected = 0, shape = 0, rate = 0] = pick(
      i,
      'observed',
      'expected',
      'shape',
      'rate',
    );
    const { mean, interval90, above } = gammaPoissonPosterior(observed, expected, shape, rate);
    return { mean, q05: interval90[0], q95: interval90[1], probAbove1: above(1), probAbove2: above(2) };
  },
  conditionalRateTestBetaBinomial: (i) => {
    const [y1 = 0, t1 = 0, y0 = 0, t0 = 0, shape = 0] = pick(i, 'y1', 't1', 'y0', 't0', 'shape');
    const result = betaBinomialRateTest(y1, t1, y0, t0, shape);
    return { ...result, midPTwoSided: result.pMid };
  },
  peltPoisson: (i) => ({
    ...optimalPartitioning(list(i, 'counts'), list(i, 'exposure'), {
      penalty: number(i, 'penalty'),
      minSegment: number(i, 'minSegment'),
    }),
  }),
  changePointScan: (i) => {
    const result = poissonChangePoint(list(i, 'counts'), list(i, 'exposure'), {
      minSegment: number(i, 'minSegment'),
    });
    return { ...result, lastBefore1Based: result.index, maxLogLikelihoodRatio: result.llr };
  },
  kulldorffLlr: (i) => ({
    llr: scanLikelihoodRatio(number(i, 'observed'), number(i, 'expected'), number(i, 'total')),
  }),
  gammaPoissonShapeMle: (i) => {
    const { shape, logLikelihood } = fitGammaPoisson(list(i, 'observed'), list(i, 'expected'));
    return { shape, logLik: logLikelihood };
  },
  fisherExact: (i) => {
    const [a = 0, b = 0, c = 0, d = 0] = pick(i, 'a', 'b', 'c', 'd');
    return { ...fisherExact(a, b, c, d) };
  },
  ears: ({ counts, ...options }) => ({ ...ears(counts as number[], options as unknown as EarsOptions) }),
  standardisedCusum: (i) => {
    const [mean = 0, k = 0, h = 0] = pick(i, 'm', 'k', 'h');
    const transform = i.transform === 'rossi' ? 'rossi' : 'standard';
    return { ...standardisedCusum(list(i, 'counts'), { mean, k, h, transform }) };
  },
  poissonCusumArl: (i) => ({ arl: poissonCusumArl(number(i, 'h'), number(i, 'k'), number(i, 'lambda')) }),
  poissonCusumDesign: (i) => {
    const { h, k, arl, relativeError } = poissonCusumDesign(
      number(i, 'arl0'),
      number(i, 'lambda0'),
      number(i, 's'),
    );
    return { theta0: number(i, 'lambda0'), h, k, ARL: arl, 'rel.tol': relativeError };
  },
  gpsEbgm: (i) => ({ ...gpsEbgm(number(i, 'observed'), number(i, 'expected'), i.theta as GammaMixture) }),
  dispersionTest: (i) => ({ ...dispersionTest(list(i, 'counts')) }),
  negBinomFit: (i) => {
    const fit = fitNegativeBinomial(list(i, 'counts'));
    return { ...fit, logLik: fit?.logLikelihood };
  },
  poissonETest: (i) => {
    const [x1 = 0, t1 = 0, x2 = 0, t2 = 0] = pick(i, 'x1', 't1', 'x2', 't2');
    return { ...poissonETest({ x1, t1, x2, t2 }) };
  },
  schoolDays: (i) => {
    const [from, to] = [String(i.from), String(i.to)];
    const half = {
      academicYear: 'any',
      term: 'any',
      name: 'any',
      start: from,
      end: to,
      insetDays: (i.closed as string[]) ?? [],
    };
    return { days: countSchoolDays(buildCalendar([half], 'england'), from, to) };
  },
};
